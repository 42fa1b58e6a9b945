import test from 'ava';
import { harmlessText } from '../../../web/src/forms/editor/harmless-text.ts';

test('what a text says in the form editor is no markup; an expression stays as it is', (t) => {
  t.is(harmlessText('<img src=x onerror=alert(1)>'), '&lt;img src=x onerror=alert(1)>');
  t.is(harmlessText('![Bild](https://example.org/x.png)'), '!&#91;Bild](https://example.org/x.png)');
  t.is(harmlessText('**Fett** und _kursiv_, 3 > 2'), '**Fett** und _kursiv_, 3 > 2');
  t.is(harmlessText('= if a < b then 1 else 2'), '= if a < b then 1 else 2');
});
