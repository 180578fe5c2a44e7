/** One request to a provider and its answer, secrets masked. */

import { useMemo } from "preact/hooks";
import type { ExchangePartsFragment, RegistrationState } from "../gql/graphql";
import { BodyView, PairList } from "../parts/json";
import { Badge } from "../parts/outcome";
import { Time } from "../parts/time";

export function ExchangeView({
  exchange,
  state,
  reason,
}: {
  exchange: ExchangePartsFragment;
  state?: RegistrationState;
  reason?: string | null;
}) {
  const { request, answer } = exchange;
  const isGood = answer !== null && answer !== undefined && answer.status >= 200 && answer.status < 300;
  return (
    <div class="stack">
      <div class="row">
        <Badge tone={isGood ? "good" : "bad"}>{answer ? `Answered ${answer.status}` : "No answer"}</Badge>
        <span class="hint">
          <Time at={exchange.sentAt} />
          {answer && `, after ${answer.elapsedMs} ms`}
        </span>
        {state === "ERRORED" && <Badge tone="bad">The webhook was not made</Badge>}
      </div>
      {(exchange.problem || reason) && <p class="wrong-text">{reason || exchange.problem}</p>}
      <details>
        <summary>
          Sent: <code>{`${request.method} ${request.url}`}</code>
        </summary>
        <div class="stack">
          <PairList label="Headers that were sent" pairs={request.headers} />
          <Said label="Body that was sent" text={request.body} />
        </div>
      </details>
      {answer && (
        <details open>
          <summary>The provider's answer</summary>
          <div class="stack">
            <Said label="Body of the answer" text={answer.body} />
            <details>
              <summary>Headers</summary>
              <PairList label="Headers of the answer" pairs={answer.headers} />
            </details>
          </div>
        </details>
      )}
    </div>
  );
}

function Said({ text, label }: { text: string; label: string }) {
  const body = useMemo(
    () => ({ text, base64: "", size: new TextEncoder().encode(text).length, json: parsed(text) }),
    [text],
  );
  return <BodyView body={body} label={label} />;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
