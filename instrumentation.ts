/** Called by the framework once when a server starts, never while it builds. */
export async function register(): Promise<void> {
  // biome-ignore lint/style/noProcessEnv: a constant of the build, not a setting
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { startInServer } = await import('@/jobs/start')
  await startInServer()
}
