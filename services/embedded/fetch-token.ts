import { demoGrant, tokenClientId } from './identity-settings.ts';
import { SetUpFault } from './set-up-fault.ts';

/** An access token of the embedded sign-in for a demo account. Throws SetUpFault with a sentence when there is none. */
export const fetchToken = async (issuer: string, account: string): Promise<string> => {
  const body = new URLSearchParams({ grant_type: demoGrant, client_id: tokenClientId, account });
  let answer: Response;
  try {
    answer = await fetch(`${issuer}/token`, { method: 'POST', body, signal: AbortSignal.timeout(10_000) });
  } catch {
    throw new SetUpFault(`Die Anmeldung unter ${issuer} antwortet nicht. Starten Sie Lotse mit npm start.`);
  }
  if (answer.status === 400) throw new SetUpFault(`Das Vorführkonto ${account} gibt es nicht.`);
  if (!answer.ok) throw new SetUpFault(`Die Anmeldung unter ${issuer} meldet einen Fehler (${answer.status}).`);
  return ((await answer.json()) as { access_token: string }).access_token;
};
