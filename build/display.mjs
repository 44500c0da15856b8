// Is there a screen to open a window on?

/** On Linux a display server must be named; a build machine (`CI`) counts as having no screen on any system. */
export function hasDisplay(env = process.env, platform = process.platform) {
  if (env.CI && env.CI !== 'false') return false
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
}
