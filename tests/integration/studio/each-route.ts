/** Every address a path stands for, with everything there is in place of its parameters. */
export const multiply = (paths: readonly string[], known: { models: readonly string[]; change: string; release: number }): string[] =>
  paths.flatMap((path) => {
    if (path.startsWith('/api/norms'))
      return ['5', '54', '73', '24 VwVfG', '53'].map((norm) => `${path}?query=${encodeURIComponent(norm)}`);
    if (path.startsWith('/api/process-changes/{id}'))
      return [/\/(?:files|uses)$/.test(path) ? `${path}?path=decisions/routing.dmn` : path].map((each) =>
        each.replace('{id}', known.change),
      );
    if (path.includes('{no}')) return [path.replace('{no}', String(known.release))];
    if (!path.includes('{id}')) return path.includes('{') ? [] : [path];
    const each = known.models.map((id) => path.replace('{id}', id));
    return path.endsWith('/xml') ? each.flatMap((url) => ['bpmn', 'dmn', 'form'].map((kind) => `${url}?kind=${kind}`)) : each;
  });
