/** Milliseconds this thread has computed so far: how long something takes on a machine that nobody else uses. */
export const workedMs = (): number => process.threadCpuUsage().user / 1000;
