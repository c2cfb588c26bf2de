/**
 * A disk in memory that can fail at its k-th operation and forget, as a real one may, what was not flushed before a power
 * cut: each directory's names and each file's content are kept twice, as seen now and as last flushed.
 */
import { basename, dirname } from "node:path";
import type { FileSystem, OutputFile } from "../../src/run-folder/file-system.ts";

interface FileNode {
  readonly kind: "file";
  content: Uint8Array;
  flushed: Uint8Array;
}

interface DirectoryNode {
  readonly kind: "directory";
  readonly names: Map<string, FileNode | DirectoryNode>;
  flushed: Map<string, FileNode | DirectoryNode>;
}

/** What happens at which operation; operations are counted from 1. */
export interface Fault {
  readonly at: number;
  /** `once`: later operations work. `from-then-on`: nothing works any more. `short`: a write takes half its bytes. */
  readonly kind: "once" | "from-then-on" | "short";
  readonly code: string;
}

/** How much of what was not flushed survives: by directory for names, for all files together for content. */
export interface PowerCut {
  readonly keepsNames: (directory: string) => boolean;
  readonly keepsContent: boolean;
}

export type Snapshot = ReadonlyMap<string, Uint8Array>;

function failure(code: string): Error {
  return Object.assign(new Error(`injected ${code}`), { code });
}

export class MemoryDisk implements FileSystem {
  readonly #root: DirectoryNode = { kind: "directory", names: new Map(), flushed: new Map() };
  readonly #fault: Fault | undefined;
  operations = 0;

  constructor(fault?: Fault) {
    this.#fault = fault;
  }

  async exists(path: string): Promise<boolean> {
    this.#count();
    return this.#find(path) !== undefined;
  }

  async ensureDirectory(path: string): Promise<void> {
    this.#count();
    let node = this.#root;
    for (const name of path.split("/").filter((part) => part !== "")) {
      const next = node.names.get(name) ?? { kind: "directory", names: new Map(), flushed: new Map() };
      if (next.kind !== "directory") throw failure("ENOTDIR");
      node.names.set(name, next);
      node = next;
    }
  }

  async makeDirectory(path: string): Promise<void> {
    this.#count();
    this.#add(path, { kind: "directory", names: new Map(), flushed: new Map() });
  }

  async createFile(path: string): Promise<OutputFile> {
    this.#count();
    const node: FileNode = { kind: "file", content: new Uint8Array(), flushed: new Uint8Array() };
    this.#add(path, node);
    return {
      write: async (bytes) => {
        const taken = this.#count() === "short" ? bytes.subarray(0, Math.ceil(bytes.length / 2)) : bytes;
        node.content = Buffer.concat([node.content, taken]);
        return taken.length;
      },
      sync: async () => {
        this.#count();
        node.flushed = node.content;
      },
      close: async () => void this.#count(),
    };
  }

  async rename(from: string, to: string): Promise<void> {
    this.#count();
    const node = this.#find(from);
    if (!node) throw failure("ENOENT");
    this.#add(to, node);
    this.#directory(dirname(from)).names.delete(basename(from));
  }

  async removeFile(path: string): Promise<void> {
    this.#count();
    if (this.#find(path)?.kind !== "file") throw failure("ENOENT");
    this.#directory(dirname(path)).names.delete(basename(path));
  }

  async removeDirectory(path: string): Promise<void> {
    this.#count();
    if (this.#directory(path).names.size > 0) throw failure("ENOTEMPTY");
    this.#directory(dirname(path)).names.delete(basename(path));
  }

  async syncDirectory(path: string): Promise<void> {
    this.#count();
    const node = this.#directory(path);
    node.flushed = new Map(node.names);
  }

  /** Every file on the disk now, by full path. */
  files(): Snapshot {
    return this.afterPowerCut({ keepsNames: () => true, keepsContent: true });
  }

  /** Every file found when the power is back. */
  afterPowerCut(cut: PowerCut): Snapshot {
    const found = new Map<string, Uint8Array>();
    const walk = (node: DirectoryNode, path: string): void => {
      for (const [name, child] of cut.keepsNames(path) ? node.names : node.flushed) {
        if (child.kind === "directory") walk(child, `${path}/${name}`);
        else found.set(`${path}/${name}`, cut.keepsContent ? child.content : child.flushed);
      }
    };
    walk(this.#root, "");
    return found;
  }

  #count(): "short" | undefined {
    this.operations += 1;
    const fault = this.#fault;
    if (!fault || this.operations < fault.at) return undefined;
    if (fault.kind === "from-then-on") throw failure(fault.code);
    if (this.operations > fault.at) return undefined;
    if (fault.kind === "short") return "short";
    throw failure(fault.code);
  }

  #find(path: string): FileNode | DirectoryNode | undefined {
    let node: FileNode | DirectoryNode | undefined = this.#root;
    for (const name of path.split("/").filter((part) => part !== "")) {
      node = node?.kind === "directory" ? node.names.get(name) : undefined;
    }
    return node;
  }

  #directory(path: string): DirectoryNode {
    const node = this.#find(path);
    if (node?.kind !== "directory") throw failure("ENOENT");
    return node;
  }

  #add(path: string, node: FileNode | DirectoryNode): void {
    const parent = this.#directory(dirname(path));
    if (parent.names.has(basename(path))) throw failure("EEXIST");
    parent.names.set(basename(path), node);
  }
}
