/** The form engine. Pure: it runs in the services and, file by file, in the browser (docs/adr/0002-one-form-validator.md). */
import { type Checked, checkForm } from './check-form.ts';
import { isTrue } from './is-true.ts';
import type { Form, Values } from './read-form.ts';

export { knownDays, namesInBound, readBound } from './day-bounds.ts';
export { engineFields, type Form, fieldsOf, nameOf, namesSpokenOf } from './read-form.ts';

export const validateForm = (form: Form, given: Values, data: Values, today: string | undefined): Checked =>
  checkForm(form, { given, data, today }, isTrue);
