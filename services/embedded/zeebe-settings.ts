/**
 * Everything about Zeebe that the code and docker-compose.yml must agree on; a test compares them.
 * 8.5 is the last line that is free in production (Zeebe Community License 1.1): do not move up.
 */
export const zeebeVersion = '8.5.8';
export const zeebeArtifact = `io.camunda:camunda-zeebe:${zeebeVersion}:tar.gz`;
export const zeebeImage = `camunda/zeebe:${zeebeVersion}`;

/** Where the exporter delivers records, and how it says who it is. */
export type RecordsEndpoint = { url: string; user: string; password: string };

const exporter = 'ZEEBE_BROKER_EXPORTERS_LOTSE';

/** What is read of the engine's log (services/engine/records/what-is-read.ts and projections); a test compares them. */
export const exportedTypes = [
  'PROCESS_INSTANCE',
  'PROCESS_INSTANCE_CREATION',
  'MESSAGE_START_EVENT_SUBSCRIPTION',
  'JOB',
  'INCIDENT',
  'DECISION_EVALUATION',
];

/** All other types the exporter would send by itself: some of them as many as cases, and variables more than all. */
const otherTypes = [
  'COMMAND_DISTRIBUTION',
  'COMPENSATION_SUBSCRIPTION',
  'DECISION',
  'DECISION_REQUIREMENTS',
  'DEPLOYMENT',
  'DEPLOYMENT_DISTRIBUTION',
  'ERROR',
  'ESCALATION',
  'FORM',
  'MESSAGE',
  'MESSAGE_SUBSCRIPTION',
  'PROCESS',
  'PROCESS_INSTANCE_MIGRATION',
  'PROCESS_INSTANCE_MODIFICATION',
  'PROCESS_MESSAGE_SUBSCRIPTION',
  'RESOURCE_DELETION',
  'SIGNAL',
  'SIGNAL_SUBSCRIPTION',
  'TIMER',
  'USER_TASK',
  'VARIABLE',
  'VARIABLE_DOCUMENT',
];

/** The bundled Elasticsearch exporter, pointed at our own endpoint. Its delay counts whole seconds; 1 s and 100 records measured best. */
export const exporterSettings = ({ url, user, password }: RecordsEndpoint): Record<string, string> => ({
  [`${exporter}_CLASSNAME`]: 'io.camunda.zeebe.exporter.ElasticsearchExporter',
  [`${exporter}_ARGS_URL`]: url,
  [`${exporter}_ARGS_REQUESTTIMEOUTMS`]: '5000',
  [`${exporter}_ARGS_AUTHENTICATION_USERNAME`]: user,
  [`${exporter}_ARGS_AUTHENTICATION_PASSWORD`]: password,
  [`${exporter}_ARGS_BULK_DELAY`]: '1',
  [`${exporter}_ARGS_BULK_SIZE`]: '100',
  [`${exporter}_ARGS_INDEX_CREATETEMPLATE`]: 'false',
  ...Object.fromEntries(otherTypes.map((type) => [`${exporter}_ARGS_INDEX_${type.replaceAll('_', '')}`, 'false'])),
});

/**
 * Small segments: the log is compacted piece by piece, and what a case left in it goes sooner. RocksDB's caches and write buffers take half a gigabyte if left
 * alone; an office's state fits an eighth of it. A broker whose answers take more than 200 ms lets in ever fewer commands at once, in the end one, while
 * those that complete jobs, which always come in, already are more than that: new cases then waited for minutes behind the others. So many it takes in
 * any case, as many as it begins with; whoever sends to it has fewer on the way.
 */
export const brokerSettings: Record<string, string> = {
  ZEEBE_BROKER_CLUSTER_PARTITIONSCOUNT: '1',
  ZEEBE_BROKER_DATA_LOGSEGMENTSIZE: '16MB',
  ZEEBE_BROKER_EXPERIMENTAL_ROCKSDB_MEMORYLIMIT: '64MB',
  ZEEBE_BROKER_BACKPRESSURE_AIMD_MINLIMIT: '100',
};

/**
 * The broker's heap begins small and grows with what runs. The serial collector needs the least memory beside it and, on the few cores an office has, no more
 * time than the parallel ones; small object headers (JEP 519) are there from Java 25 on, and an older Java passes over them.
 */
export const javaOptions = '-Xms64m -Xmx512m -XX:+UseSerialGC -XX:+IgnoreUnrecognizedVMOptions -XX:+UseCompactObjectHeaders';

/** Only in the embedded default: clock for demo and tests, and a watermark that suits a small disk. */
export const embeddedSettings: Record<string, string> = {
  ...brokerSettings,
  ZEEBE_CLOCK_CONTROLLED: 'true',
  ZEEBE_BROKER_DATA_DISK_FREESPACE_PROCESSING: '500MB',
  ZEEBE_BROKER_DATA_DISK_FREESPACE_REPLICATION: '250MB',
  ZEEBE_LOG_APPENDER: 'RollingFile',
};

export type ZeebePorts = { gateway: number; rest: number; management: number };

/** All on loopback: Zeebe's own interfaces ask nobody who he is. */
export const addressSettings = (ports: ZeebePorts, dataFolder: string): Record<string, string> => ({
  ZEEBE_BROKER_NETWORK_HOST: '127.0.0.1',
  ZEEBE_BROKER_NETWORK_COMMANDAPI_PORT: String(ports.gateway + 1),
  ZEEBE_BROKER_NETWORK_INTERNALAPI_PORT: String(ports.gateway + 2),
  ZEEBE_BROKER_GATEWAY_NETWORK_HOST: '127.0.0.1',
  ZEEBE_BROKER_GATEWAY_NETWORK_PORT: String(ports.gateway),
  SERVER_ADDRESS: '127.0.0.1',
  SERVER_PORT: String(ports.rest),
  MANAGEMENT_SERVER_ADDRESS: '127.0.0.1',
  MANAGEMENT_SERVER_PORT: String(ports.management),
  ZEEBE_BROKER_DATA_DIRECTORY: dataFolder,
});
