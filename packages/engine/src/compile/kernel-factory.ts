import { createInterpretedKernel } from "./interpreted-kernel.ts";
import type { Kernel } from "./kernel.ts";
import type { Programs } from "./programs.ts";
import { compilePrograms, createWebAssemblyKernel } from "./webassembly/webassembly-kernel.ts";

/** What runs the programs of a model: WebAssembly, an interpreter, or the first of the two that works here. */
export type BackEnd = "automatic" | "webassembly" | "interpreter";

/**
 * A source of kernels; programs are compiled on the first call, once for all kernels.
 *
 * @throws WebAssembly.CompileError on the first call, with back end "webassembly" where it is forbidden
 */
export function createKernelFactory(programs: Programs, backEnd: BackEnd): () => Kernel {
  let create: (() => Kernel) | undefined;
  return () => {
    create ??= backEnd === "interpreter" ? () => createInterpretedKernel(programs) : compiled(programs, backEnd);
    return create();
  };
}

function compiled(programs: Programs, backEnd: BackEnd): () => Kernel {
  try {
    const ready = compilePrograms(programs);
    return () => createWebAssemblyKernel(ready);
  } catch (error) {
    // A content security policy without wasm-unsafe-eval, or an engine without WebAssembly.
    if (backEnd === "webassembly") throw error;
    return () => createInterpretedKernel(programs);
  }
}
