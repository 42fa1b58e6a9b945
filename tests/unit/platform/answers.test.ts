import Hapi from '@hapi/hapi';
import test from 'ava';
import { mountRoute } from '../../../services/platform/mount-route.ts';
import { openApiRoute } from '../../../services/platform/openapi.ts';
import { defineRoute, reply } from '../../../services/platform/route.ts';
import {
  type AnswerOf,
  count,
  either,
  flag,
  lacking,
  list,
  maybe,
  nested,
  object,
  oneOf,
  record,
  type Shape,
  text,
} from '../../../services/platform/shape.ts';

const paper = object({ name: text(), pages: count(), kind: oneOf('brief', 'bild'), seenBy: maybe(text()), note: lacking(text()) });
type Paper = AnswerOf<typeof paper>;

const whole: Paper = { name: '', pages: 2, kind: 'brief', seenBy: null };
const faultOf = (shape: Shape<unknown>, value: unknown): string | undefined => shape.validate(value, { convert: false }).error?.message;

test('an answer has all its fields and no other; one may be null, another may be missing', (t) => {
  t.is(faultOf(paper, whole), undefined);
  t.is(faultOf(paper, { ...whole, note: 'x' }), undefined);
  t.is(faultOf(paper, { ...whole, seenBy: undefined }), '"seenBy" is required');
  t.is(faultOf(paper, { ...whole, more: 1 }), '"more" is not allowed');
  t.is(faultOf(paper, { ...whole, pages: '2' }), '"pages" must be a number');
  t.is(faultOf(paper, { ...whole, kind: 'ton' }), '"kind" must be one of [brief, bild]');
});

test('the type is what the schema lets through', (t) => {
  // @ts-expect-error -- a field is missing
  const lacks: Paper = { name: '', pages: 2, kind: 'brief' };
  // @ts-expect-error -- no such word
  const wrong: Paper = { ...whole, kind: 'ton' };
  t.truthy(faultOf(paper, lacks));
  t.truthy(faultOf(paper, wrong));
  // @ts-expect-error -- what would change the schema and not the type is closed
  t.truthy(text().allow(null));
});

test('one of several, by name, and one within another of its kind', (t) => {
  const mixed = list(either(object({ a: text() }), object({ b: flag() })));
  t.is(faultOf(mixed, [{ a: '' }, { b: true }]), undefined);
  t.truthy(faultOf(mixed, [{ a: '', b: true }]));
  t.is(faultOf(record(count()), { x: 1, y: 2 }), undefined);
  t.truthy(faultOf(record(count()), { x: 'one' }));
  type Tree = { name: string; parts: Tree[] };
  const tree: Shape<Tree> = nested('tree', (self) => object({ name: text(), parts: list(self) }));
  t.is(faultOf(tree, { name: 'a', parts: [{ name: 'b', parts: [] }] }), undefined);
  t.truthy(faultOf(tree, { name: 'a', parts: [{ name: 'b' }] }));
});

const ask = async (body: unknown, status = 200): Promise<number> => {
  const server = Hapi.server({ debug: false });
  const route = defineRoute<object>({
    method: 'GET',
    path: '/papers',
    summary: 'a paper',
    access: 'public',
    answers: { 200: { description: 'the paper', schema: paper }, 404: { description: 'no such paper' } },
    handle: async () => reply(status, body),
  });
  server.route(mountRoute(route, {}));
  return (await server.inject('/papers')).statusCode;
};

test('in tests an answer that is not as its route declares it is a fault', async (t) => {
  t.is(await ask(whole), 200);
  t.is(await ask({ ...whole, more: 1 }), 500);
  t.is(await ask({ ...whole, pages: '2' }), 500);
  t.is(await ask({}), 500);
  t.is(await ask(whole, 201), 500, 'a status the route does not declare');
});

test('the description lets through what the answer lets through: a choice that may be null, too', async (t) => {
  const schema = object({ kind: maybe(oneOf('brief', 'bild')), papers: list(object({ way: maybe(oneOf('post')) })) });
  const route = defineRoute({
    method: 'GET',
    path: '/probe',
    summary: 'a probe',
    access: 'anyone',
    answers: { 200: { description: 'there', schema } },
    handle: async () => reply(200, { kind: null, papers: [] }),
  });
  const { body } = await openApiRoute(() => [route as never], '1').handle({} as never, {});
  const described = JSON.stringify((body as { paths: Record<string, unknown> }).paths['/probe']);
  t.regex(described, /"kind":\{"type":\["string","null"\],"enum":\["brief","bild",null\]\}/);
  t.regex(described, /"way":\{"type":\["string","null"\],"enum":\["post",null\]\}/);
});
