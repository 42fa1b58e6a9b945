import type { BescheidTyp } from '../letters/index.ts';

/** What an objection does to the decision while it runs, in a sentence for whoever works on it. */
const sentences: Partial<Record<BescheidTyp, string>> = {
  VERS: 'Der Widerspruch hat keine aufschiebende Wirkung (§ 84 Abs. 1 AufenthG). Die Person kann beim Verwaltungsgericht einen Eilantrag stellen (§ 80 Abs. 5 VwGO).',
  NEB: 'Der Widerspruch hat aufschiebende Wirkung (§ 80 Abs. 1 VwGO), außer bei Nebenbestimmungen nach § 84 Abs. 1 AufenthG.',
  ABA: 'Der Widerspruch gegen die Androhung hat keine aufschiebende Wirkung (§ 80 Abs. 2 VwGO). Ein Eilantrag ist möglich (§ 80 Abs. 5 VwGO).',
  AUSW: 'Der Widerspruch hat aufschiebende Wirkung, die Ausweisung beendet die Rechtmäßigkeit des Aufenthalts aber trotzdem (§ 84 Abs. 2 AufenthG).',
  WID: 'Der Widerspruch hat aufschiebende Wirkung, die Rechtmäßigkeit des Aufenthalts endet aber trotzdem (§ 84 Abs. 2 AufenthG).',
  ERT: 'Der Widerspruch gegen die Nebenbestimmung hat aufschiebende Wirkung (§ 80 Abs. 1 VwGO), außer in den Fällen des § 84 Abs. 1 AufenthG.',
  DUL: 'Ein Widerspruch gegen die Ablehnung einer Duldung ist nicht möglich (§ 83 Abs. 2 AufenthG). Dagegen kann nur geklagt werden.',
  EIN: 'Gegen diese Entscheidung ist kein Widerspruch mehr möglich (§ 68 Abs. 1 VwGO). Dagegen kann nur geklagt werden.',
};

export const suspensiveEffect = (typ: BescheidTyp | undefined): string =>
  (typ && sentences[typ]) ?? 'Zu diesem Widerspruch ist noch kein Bescheid gefunden.';
