import { ExplicitStepper } from "./explicit-rk.ts";
import { describeMethod } from "./solver.contract.ts";
import { tsit5 } from "./tsit5.ts";

describeMethod(tsit5, (context) => new ExplicitStepper(tsit5, context));
