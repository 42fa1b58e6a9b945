import { id, object, text } from '../platform/shape.ts';

export const openedCase = object({ caseId: id(), aktenzeichen: text() });
