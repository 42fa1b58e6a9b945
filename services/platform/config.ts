import { join } from 'node:path';
import Joi from 'joi';
import { Invalid } from './errors.ts';

/** Every setting of Lotse. An empty address (database, engine, sign-in, mail) means: the embedded part is started and fills it in. */
export type Config = {
  port: number;
  host: string;
  dataDir: string;
  logLevel: string;
  databaseUrl: string;
  /** Empty: the application's own role owns the schema, and nothing keeps it from the audit trail. */
  databaseOwnerUrl: string;
  databasePool: number;
  zeebeAddress: string;
  zeebeManagementUrl: string;
  trialJava: string;
  trialClasses: string;
  oidcIssuer: string;
  oidcAudience: string;
  oidcClientId: string;
  oidcClientSecret: string;
  smtpUrl: string;
  mailFrom: string;
  /** Without a slash at the end. */
  publicUrl: string;
  auditHeadsFile: string;
  auditKeyFile: string;
  recordsHost: string;
  recordsPort: number;
  recordsUser: string;
  recordsPassword: string;
  processesDir: string;
  workerPollMs: number;
  embeddedZeebePort: number;
  embeddedZeebeRestPort: number;
  embeddedZeebeManagementPort: number;
  embeddedDatabasePort: number;
  embeddedOidcPort: number;
  embeddedSmtpPort: number;
  embeddedMailPort: number;
  embeddedRestartMs: number;
  /** Minutes without a request after which a browser's session ends. */
  sessionIdleMinutes: number;
  /** Seconds until the last header, and the last byte, of a request must have come. */
  requestHeaderSeconds: number;
  requestSeconds: number;
  /** Per address and minute. */
  wrongTokensPerMinute: number;
  signInsPerMinute: number;
  /** Per account and minute. */
  uploadsPerMinute: number;
  searchesPerMinute: number;
  checksPerMinute: number;
  /** Per account, open at once. */
  eventStreams: number;
  /** Addresses or networks, separated by commas. */
  proxyAddresses: string;
  clockFile: string;
  /** Days after posting on which a letter counts as notified. */
  bekanntgabeFiktionTage: number;
  bekanntgabeVerschieben: boolean;
  demo: boolean;
  demoCases: number;
};

const text = (description: string, value = '') => Joi.string().allow('').trim().default(value).description(description);
const port = (description: string, value: number) => Joi.number().port().default(value).description(description);
const count = (description: string, value: number, min: number, max: number) =>
  Joi.number().integer().min(min).max(max).default(value).description(description);
const url = (description: string, ...schemes: string[]) =>
  Joi.string().allow('').trim().uri({ scheme: schemes }).default('').description(description);

const settings: Record<string, Joi.Schema> = {
  PORT: port('port of the application', 3000),
  HOST: text('address the application listens on', '127.0.0.1'),
  PUBLIC_URL: url('address people type into the browser; default http://localhost:PORT', 'http', 'https'),
  DATA_DIR: text('folder for all state of the embedded parts', '.data'),
  LOG_LEVEL: Joi.string()
    .valid('trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent')
    .default('info')
    .description('how much is logged'),
  DATABASE_URL: url('PostgreSQL; empty = embedded', 'postgres', 'postgresql'),
  DATABASE_OWNER_URL: url(
    'PostgreSQL as the owner of the schema, who alone may change it; without, the audit trail is not guarded',
    'postgres',
    'postgresql',
  ),
  DATABASE_POOL: count('database connections per process', 10, 1, 200),
  ZEEBE_ADDRESS: text('gRPC address of Zeebe 8.5, host:port; empty = embedded'),
  ZEEBE_MANAGEMENT_URL: url('management address of Zeebe (clock, health); optional', 'http', 'https'),
  TRIAL_JAVA: text(
    'Java program drafts are tried with outside the engine; made by the embedded default, without it nothing can be released',
  ),
  TRIAL_CLASSES: text("class path of services/engine/trial/Trial.java with the jars of Zeebe's distribution"),
  OIDC_ISSUER: url('issuer of the OpenID Connect provider; empty = embedded', 'http', 'https'),
  OIDC_AUDIENCE: text('audience an access token must carry', 'lotse'),
  OIDC_CLIENT_ID: text('client id of the browser sign-in (authorization code with PKCE)', 'lotse-web'),
  OIDC_CLIENT_SECRET: text('its secret; empty = public client'),
  SMTP_URL: url('mail server; empty = embedded mail catcher', 'smtp', 'smtps'),
  MAIL_FROM: text('sender of notifications', 'Ausländerbehörde Musterstadt <nicht-antworten@musterstadt.example>'),
  AUDIT_HEADS_FILE: text('file the signed heads of the audit trail are added to; default DATA_DIR/audit/heads.jsonl'),
  AUDIT_KEY_FILE: text('its key (Ed25519, PEM), made where there is none; default DATA_DIR/audit/key.pem'),
  RECORDS_HOST: text("address the endpoint for the engine's records listens on", '127.0.0.1'),
  RECORDS_PORT: port('its port', 3002),
  RECORDS_USER: text("user name the engine's exporter shows there", 'zeebe'),
  RECORDS_PASSWORD: text('its password; the embedded default makes one'),
  PROCESSES_DIR: text('folder of process models', 'processes'),
  WORKER_POLL_MS: count('longest pause between two looks for jobs that the engine has not pushed, ms', 10_000, 1, 60_000),
  EMBEDDED_ZEEBE_PORT: port('gRPC port of the embedded Zeebe', 26500),
  EMBEDDED_ZEEBE_REST_PORT: port('its REST port', 26580),
  EMBEDDED_ZEEBE_MANAGEMENT_PORT: port('its management port', 26590),
  EMBEDDED_DATABASE_PORT: port('port of the embedded PostgreSQL', 25432),
  EMBEDDED_OIDC_PORT: port('port of the embedded sign-in', 3001),
  EMBEDDED_SMTP_PORT: port('SMTP port of the embedded mail catcher', 3025),
  EMBEDDED_MAIL_PORT: port('HTTP port where its mails are shown', 3026),
  EMBEDDED_RESTART_MS: count('pause before a lost part is started again, ms', 1000, 0, 600_000),
  SESSION_IDLE_MINUTES: count('minutes without input after which a browser is locked and its session ends', 15, 1, 240),
  REQUEST_HEADER_SECONDS: count('seconds after which a request whose headers have not all come is ended', 10, 1, 600),
  REQUEST_SECONDS: count('seconds after which a request whose body has not all come is ended (408)', 120, 1, 3600),
  WRONG_TOKENS_PER_MINUTE: count(
    'tokens that do not count, per address; more are answered 429 until the minute is over',
    100,
    1,
    1_000_000,
  ),
  SIGN_INS_PER_MINUTE: count('sign-ins begun, per address (an office may share one)', 120, 1, 1_000_000),
  UPLOADS_PER_MINUTE: count('uploads per account', 120, 1, 1_000_000),
  SEARCHES_PER_MINUTE: count('searches per account', 300, 1, 1_000_000),
  CHECKS_PER_MINUTE: count('checks of models, dry runs and exports per account', 120, 1, 1_000_000),
  EVENT_STREAMS: count('streams of events one account may have open at once', 30, 1, 100_000),
  PROXY_ADDRESSES: text('proxies in front of the application whose X-Forwarded-For is believed: addresses or networks, comma between'),
  CLOCK_FILE: text('file with the shift of the office clock; empty = system clock'),
  BEKANNTGABE_FIKTION_TAGE: Joi.number()
    .valid(3, 4)
    .default(4)
    .description("days after posting on which a letter counts as notified (§ 41 (2) VwVfG): 3 or 4, by the Land's law"),
  BEKANNTGABE_VERSCHIEBEN: Joi.boolean()
    .default(false)
    .description('whether that day moves to the next working day; the text of § 41 (2) does not say so'),
  DEMO: Joi.boolean().default(false).description('demo routes and data; set by the starter of the embedded default only'),
  DEMO_CASES: count('cases an empty demo office is filled with; 0 = none', 60, 0, 60),
};

const schema = Joi.object(settings).prefs({ stripUnknown: true, convert: true, abortEarly: true });

const camel = (key: string): string => key.toLowerCase().replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

const expectation = (detail: Joi.ValidationErrorItem): string => {
  if (detail.type.startsWith('number')) return 'erwartet wird eine ganze Zahl im erlaubten Bereich';
  if (detail.type.startsWith('string.uri'))
    return `erwartet wird eine Adresse, die mit ${schemesOf(detail)
      .map((each) => `${each}://`)
      .join(' oder ')} beginnt`;
  if (detail.type === 'any.only') return `möglich sind ${[detail.context?.valids].flat().join(', ')}`;
  if (detail.type === 'boolean.base') return 'möglich sind true und false';
  return 'der Wert passt nicht';
};

const schemesOf = (detail: Joi.ValidationErrorItem): string[] => String(detail.context?.scheme ?? 'http').split('|');

/** Reads all settings once. Throws Invalid with one plain sentence that names the first wrong key and never its value. */
export const readConfig = (env: Record<string, string | undefined>): Config => {
  // An empty variable, as docker compose writes it for an unset one, counts as not set.
  const given = Object.fromEntries(Object.entries(env).filter(([key, value]) => key in settings && value !== undefined && value !== ''));
  const { value, error } = schema.validate(given);
  const detail = error?.details[0];
  // The value is left out on purpose: it may be a password inside an address.
  if (detail) throw new Invalid(`Die Einstellung ${String(detail.path[0])} ist falsch: ${expectation(detail)}.`);
  const config = Object.fromEntries(Object.entries(value as Record<string, unknown>).map(([key, each]) => [camel(key), each])) as Config;
  const whole = {
    ...config,
    publicUrl: (config.publicUrl || `http://localhost:${config.port}`).replace(/\/+$/, ''),
    auditHeadsFile: config.auditHeadsFile || join(config.dataDir, 'audit/heads.jsonl'),
    auditKeyFile: config.auditKeyFile || join(config.dataDir, 'audit/key.pem'),
  };
  refuseTrialSecrets(whole);
  return whole;
};

/** What docker-compose.yml gives where nobody sets one, and what the accounts of the demo have. Everybody can read them. */
const trialSecrets = ['zum-ausprobieren', 'lotse'];

const passwordIn = (url: string): string => (URL.canParse(url) ? decodeURIComponent(new URL(url).password) : '');

/** This machine by any of its names. */
const isLocal = (url: string): boolean => /^http:\/\/(?:localhost|[\w-]+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])(?::\d+)?$/.test(url);

/** As soon as others can reach Lotse, no password may be one that everybody knows. */
const refuseTrialSecrets = (config: Config): void => {
  if (isLocal(config.publicUrl)) return;
  const secrets = {
    DATABASE_URL: passwordIn(config.databaseUrl),
    DATABASE_OWNER_URL: passwordIn(config.databaseOwnerUrl),
    RECORDS_PASSWORD: config.recordsPassword,
    OIDC_CLIENT_SECRET: config.oidcClientSecret,
    SMTP_URL: passwordIn(config.smtpUrl),
  };
  for (const [key, secret] of Object.entries(secrets))
    if (trialSecrets.includes(secret))
      throw new Invalid(
        `Die Einstellung ${key} enthält das Kennwort zum Ausprobieren. Unter einer öffentlichen Adresse (PUBLIC_URL) braucht sie ein eigenes.`,
      );
};

/** One line per setting, for the table in the README. */
export const listSettings = (): { key: string; value: string; description: string }[] =>
  Object.entries(settings).map(([key, each]) => {
    const flags = each.describe().flags as { default?: unknown; description?: string } | undefined;
    return { key, value: String(flags?.default ?? ''), description: flags?.description ?? '' };
  });
