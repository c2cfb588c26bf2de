/** A worker that dies before it can take a task. */
throw new Error("cannot start");
