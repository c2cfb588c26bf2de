/**
 * A compiled model as a solver sees it.
 *
 * Kernels allocate nothing per call; callers own every array. A kernel keeps scratch memory, so one kernel serves one
 * thread of calls: create another for another worker. Orders of states, inputs, outputs and modifiers are those of the
 * `CompiledModel` that created it. Nothing is validated here and NaN propagates.
 */
export interface Kernel {
  /** Length of `individual`. */
  readonly individualCount: number;

  /**
   * Computes all that depends on inputs alone, once per subject or record.
   *
   * @param inputs values in the order of `CompiledModel.inputs`, each in its declared unit
   * @param individual output, length `individualCount`
   */
  individual(inputs: Float64Array, individual: Float64Array): void;

  /** Writes the initial states `x(0)`, 0 where the model gives none, into `y` [state units]. */
  initial(individual: Float64Array, y: Float64Array): void;

  /**
   * Writes dy/dt into `dydt`.
   *
   * @param t time [h]
   * @param y states, length n [state units]
   * @param dydt output, length n [state unit per h]
   */
  derivative(t: number, y: Float64Array, individual: Float64Array, dydt: Float64Array): void;

  /** Writes the symbolic Jacobian ∂(dy/dt)/∂y into `values`, in the order of `CompiledModel.pattern` [row's state unit per h per column's state unit]. */
  jacobian(t: number, y: Float64Array, individual: Float64Array, values: Float64Array): void;

  /** Writes the explicit ∂(dy/dt)/∂t, states held fixed, into `dfdt`, length n [state unit per h²]. */
  timeDerivative(t: number, y: Float64Array, individual: Float64Array, dfdt: Float64Array): void;

  /** Writes the requested outputs into `out` [each in its own unit]. */
  outputs(t: number, y: Float64Array, individual: Float64Array, out: Float64Array): void;

  /** Writes bioavailability [1], lag [h], duration [h] and rate [state unit per h] into `out`, in the order of `CompiledModel.modifiers`. */
  modifiers(t: number, y: Float64Array, individual: Float64Array, out: Float64Array): void;
}
