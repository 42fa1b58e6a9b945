/** What the engine's management port tells, by the name of a figure and what distinguishes it. */
export type EngineCounts = Map<string, number>;

const told = [
  'zeebe_log_appender_record_appended_total',
  'zeebe_exporter_events_total',
  'zeebe_stream_processor_records_total',
  'zeebe_gateway_total_requests_total',
  'zeebe_elasticsearch_exporter_bulk_size_count',
];
const labels = ['action', 'recordType', 'valueType', 'intent', 'requestType'];

export const readEngineCounts = async (managementUrl: string): Promise<EngineCounts> => {
  const text = await (await fetch(`${managementUrl}/actuator/prometheus`)).text();
  const counts: EngineCounts = new Map();
  for (const [, name = '', given = '', value = ''] of text.matchAll(/^(\w+)\{([^}]*)\} (\S+)$/gm)) {
    if (!told.includes(name)) continue;
    const values = new Map([...given.matchAll(/(\w+)="([^"]*)"/g)].map(([, key = '', each = '']) => [key, each]));
    const key = [name, ...labels.flatMap((label) => values.get(label) ?? [])].join(' ');
    counts.set(key, (counts.get(key) ?? 0) + Number(value));
  }
  return counts;
};

/** Lines of one figure that have grown, most first. */
export const grown = (before: EngineCounts, after: EngineCounts, name: string): { what: string; count: number }[] =>
  [...after]
    .filter(([key]) => key === name || key.startsWith(`${name} `))
    .map(([key, value]) => ({ what: key.slice(name.length + 1), count: value - (before.get(key) ?? 0) }))
    .filter(({ count }) => count > 0)
    .toSorted((one, other) => other.count - one.count);
