import { FormEditor } from '@bpmn-io/form-js-editor';
import '@bpmn-io/form-js-editor/dist/assets/form-js-editor.css';
import '@bpmn-io/form-js-viewer/dist/assets/form-js.css';
import { walkComponents } from '../../../../services/forms/walk-components.ts';
import { inPlace } from '../../bpmn/german/in-place.ts';
import type { Language } from '../../i18n/language.tsx';
import { allowKinds, type FormFields } from './field-kinds.ts';
import './form-editor.css';
import { fieldWords, formWordFor } from './form-hints.ts';
import { type Json, keepOrder } from './keep-order.ts';

/** The chosen field, as far as the office's own questions about it need to know. */
export type ChosenField = { id: string; type: string; label: string; properties: Record<string, string> };
export type FormLine = { id: string; type: string; name: string; depth: number };
export type FormState = { canUndo: boolean; canRedo: boolean; chosen: ChosenField | null; outline: FormLine[] };

type Options = { container: HTMLElement; label: string; language: Language; onChange: () => void; onState: (state: FormState) => void };
type Component = {
  id: string;
  type: string;
  label?: string;
  dateLabel?: string;
  text?: string;
  key?: string;
  properties?: Record<string, string>;
  components?: Component[];
};
type Stack = { undo: () => void; redo: () => void; canUndo: () => boolean; canRedo: () => boolean };
type Choice = { get: () => Component | null; set: (component: Component) => void };
type Fields = { get: (id: string) => Component | undefined };
type Modeling = { editFormField: (field: Component, properties: object) => void };

export type FormEditorAdapter = {
  open: (schema: string) => Promise<string[]>;
  read: () => Promise<string>;
  undo: () => void;
  redo: () => void;
  select: (fieldId: string) => boolean;
  /** Sets one of the office's own properties of the chosen field; an empty value takes it away. */
  setProperty: (fieldId: string, name: string, value: string) => void;
  destroy: () => void;
};

const nameOf = ({ label, dateLabel, text, key }: Omit<Component, 'id' | 'type'>): string =>
  label ?? dateLabel ?? text?.replaceAll(/[#*_]/g, '').trim().slice(0, 60) ?? key ?? '';

const outlineOf = (components: readonly Component[]): FormLine[] =>
  walkComponents<Component>(components).map(({ component: { id, type, ...each }, around }) => ({
    id,
    type,
    name: nameOf(each),
    depth: around.length,
  }));

export const createFormEditor = ({ container, label, language, onChange, onState }: Options): FormEditorAdapter => {
  const editor = new FormEditor({});
  allowKinds(editor.get<FormFields>('formFields'), language);
  editor.attachTo(container);
  container.querySelector('.fjs-container')?.setAttribute('aria-label', label);
  container.querySelector('.fjs-container')?.setAttribute('role', 'group');
  const stops =
    language === 'de'
      ? [
          inPlace(
            container,
            formWordFor,
            '.fjs-editor-container, .fjs-form-editor, .fjs-palette, .fjs-properties-container',
            '.fjs-form-field > :not(.fjs-context-pad, .fjs-empty-component)',
          ),
          // What stands in for an empty or templated field is the editor's, wherever the field lies.
          inPlace(container, formWordFor, '.fjs-form-field-placeholder, .fjs-empty-component, .fjs-context-pad, .fjs-repeat-render-footer'),
          inPlace(container, fieldWords, '.fjs-form'),
        ]
      : [];
  const stack = editor.get<Stack>('commandStack');
  const choice = editor.get<Choice>('selection');
  const fields = editor.get<Fields>('formFieldRegistry');
  let opening = false;
  let opened: { [key: string]: Json } | undefined;

  const read = (): Component => editor.saveSchema() as Component;
  /** As it was written, where nothing has changed; opening a form with a newer library is no change of it. */
  const write = (): string => {
    const saved = { ...read(), ...(opened?.schemaVersion === undefined ? {} : { schemaVersion: opened.schemaVersion }) };
    return `${JSON.stringify(keepOrder(opened, JSON.parse(JSON.stringify(saved))), null, 2)}\n`;
  };
  const tell = (): void => {
    const chosen = choice.get();
    onState({
      canUndo: stack.canUndo(),
      canRedo: stack.canRedo(),
      chosen:
        chosen && chosen.type !== 'default'
          ? { id: chosen.id, type: chosen.type, label: nameOf(chosen), properties: chosen.properties ?? {} }
          : null,
      outline: outlineOf(read().components ?? []),
    });
  };
  editor.on('commandStack.changed', () => {
    if (opening) return;
    tell();
    onChange();
  });
  editor.on('selection.changed', () => !opening && tell());

  return {
    open: async (schema) => {
      opening = true;
      try {
        opened = JSON.parse(schema);
        const { warnings } = await editor.importSchema(JSON.parse(schema) as object);
        container
          .querySelector('.fjs-palette-search')
          ?.setAttribute('aria-label', language === 'de' ? 'Baustein suchen' : 'Search components');
        // The maker's mark stays as its licence wants it.
        container.querySelector('.fjs-powered-by-link')?.setAttribute('lang', 'en');
        return warnings.map(({ message }) => message);
      } finally {
        opening = false;
        tell();
      }
    },
    read: async () => write(),
    undo: () => stack.undo(),
    redo: () => stack.redo(),
    select: (fieldId) => {
      const field = fields.get(fieldId);
      if (!field) return false;
      choice.set(field);
      container.querySelector(`[data-id="${CSS.escape(fieldId)}"]`)?.scrollIntoView({ block: 'center' });
      return true;
    },
    setProperty: (fieldId, name, value) => {
      const field = fields.get(fieldId);
      if (!field) return;
      const { [name]: _before, ...others } = field.properties ?? {};
      const properties = value ? { ...others, [name]: value } : others;
      editor.get<Modeling>('modeling').editFormField(field, { properties: Object.keys(properties).length > 0 ? properties : undefined });
    },
    destroy: () => {
      for (const stop of stops) stop();
      editor.destroy();
    },
  };
};
