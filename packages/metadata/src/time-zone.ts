// The names of time zones that can be reckoned with.

export function timeZoneNames(): readonly string[] {
  return (names ??= [...Intl.supportedValuesOf('timeZone'), 'UTC']);
}

let names: readonly string[] | undefined;
