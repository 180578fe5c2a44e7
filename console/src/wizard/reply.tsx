/** Step 2: what deliveries are answered, and which challenges are answered otherwise. */

import { change, plain } from "../api/client";
import { useQuery } from "../api/hooks";
import {
  type ResponseKind,
  ResponsePreviewDocument,
  type UpdateWebhookResponseInput,
  UpdateWebhookResponseDocument,
  type WebhookResponseInput,
} from "../gql/graphql";

import { Choice, Select, Text } from "../parts/fields";
import { Form } from "../parts/form";
import { BodyView } from "../parts/json";
import { Badge } from "../parts/outcome";
import { type Pair, Pairs } from "../parts/pairs";
import { SaveState } from "../parts/save-state";
import { type Saved, useSaving } from "../parts/saving";
import { Template } from "../parts/templates";
import { CodeForm } from "./code";
import { Handshakes } from "./handshakes";
import { type RuleDraft, ruleDraft, ruleInput } from "./rules";
import { written } from "./request";
import { type Trigger, missingOf } from "./trigger";

interface Draft {
  kind: ResponseKind;
  code: string;
  parameters: Pair[];
  status: string;
  text: string;
  json: string;
  headers: Pair[];
  rejectedStatus: string;
  rules: RuleDraft[];
}

const EXAMPLE = `function yourFunction(parameters, libraries, request) {
  if (request.body.challenge) {
    return { status: 200, body: request.body.challenge };
  }
  return { status: 200, body: '' };
}
`;

function draftOf(response: Trigger["response"]): Draft {
  const { acknowledgement, code } = response;
  return {
    kind: response.kind,
    code: code?.code ?? EXAMPLE,
    parameters: code?.parameters ?? [],
    status: String(acknowledgement?.status ?? 200),
    text: acknowledgement?.text ?? "",
    json: written(acknowledgement?.json),
    headers: acknowledgement?.headers ?? [],
    rejectedStatus: String(response.rejectedStatus),
    rules: plain(response.handshakes).map(ruleDraft),
  };
}

function responseInput(draft: Draft): WebhookResponseInput {
  switch (draft.kind) {
    case "ECHO_BODY":
      return { echoBody: true };
    case "CODE":
      return { code: { code: draft.code, parameters: draft.parameters.filter((each) => each.name || each.value) } };
    case "ACKNOWLEDGEMENT":
      return {
        acknowledgement: {
          status: Number(draft.status) || 200,
          headers: draft.headers.filter((each) => each.name || each.value),
          text: draft.text || null,
          json: draft.json.trim() ? (JSON.parse(draft.json) as unknown) : null,
        },
      };
    default:
      return { ok: true };
  }
}

async function save(triggerId: string, draft: Draft): Promise<Saved> {
  let input: UpdateWebhookResponseInput;
  try {
    input = {
      triggerId,
      response: responseInput(draft),
      rejectedStatus: Number(draft.rejectedStatus),
      handshakes: draft.rules.map(ruleInput),
    };
  } catch (error) {
    return {
      problems: [
        {
          code: "INVALID",
          message: `Some JSON is not complete yet: ${(error as Error).message}`,
          path: ["input", "json"],
        },
      ],
    };
  }
  const done = await change(UpdateWebhookResponseDocument, input);
  return { problems: done.problems, version: done.payload?.trigger?.updatedAt };
}

const KINDS: readonly (readonly [ResponseKind, string, string])[] = [
  ["OK", "Respond with 200 OK", "An empty 200."],
  ["ECHO_BODY", "Echo request body", "The same bytes, as plain text."],
  ["CODE", "Use custom code", "A function decides, of challenges too."],
  ["ACKNOWLEDGEMENT", "A fixed answer", "Status, headers and body that the provider wants to see."],
];

const REFUSALS = ["401", "400", "403", "404", "410", "422"].map((each) => [each, each] as const);

export function Reply({ trigger }: { trigger: Trigger }) {
  const form = useSaving(draftOf(trigger.response), trigger.updatedAt, (draft) => save(trigger.id, draft));
  const { value, set } = form;
  return (
    <section class="section" aria-labelledby="reply-title">
      <header class="card-head">
        <div>
          <h2 id="reply-title">Webhook Response</h2>
          <p>What the provider is answered. It never waits for workflows.</p>
        </div>
        <SaveState saving={form} />
      </header>
      <Form label="Webhook Response" problems={form.problems} missing={missingOf(trigger, "WEBHOOK_SETUP")}>
        <Choice
          label="Response Type"
          path="response"
          value={value.kind}
          options={KINDS}
          onValue={(kind) => set({ kind })}
        />
        {value.kind === "CODE" && (
          <CodeForm
            draft={value}
            path="response.code"
            purpose="RESPOND"
            triggerId={trigger.id}
            onDraft={({ code, parameters }) => set({ code, parameters })}
          />
        )}
        {value.kind === "ACKNOWLEDGEMENT" && (
          <div class="sub">
            <Text
              label="Status"
              path="response.acknowledgement.status"
              inputMode="numeric"
              value={value.status}
              onValue={(status) => set({ status })}
            />
            <Pairs
              label="Headers"
              path="response.acknowledgement.headers"
              add="Add a header"
              pairs={value.headers}
              onPairs={(headers) => set({ headers })}
            />
            <Template
              label="Text"
              path="response.acknowledgement.text"
              isOptional
              value={value.text}
              onValue={(text) => set({ text })}
            />
            <Template
              label="Or: JSON"
              path="response.acknowledgement.json"
              isOptional
              isTall
              rows={4}
              value={value.json}
              onValue={(json) => set({ json })}
            />
          </div>
        )}
        <Select
          label="Answer to a delivery that does not verify"
          path="rejectedStatus"
          value={value.rejectedStatus}
          options={REFUSALS}
          onValue={(rejectedStatus) => set({ rejectedStatus })}
        />
        <Handshakes rules={value.rules} onRules={(rules) => set({ rules })} />
      </Form>
      <Preview triggerId={trigger.id} />
    </section>
  );
}

function Preview({ triggerId }: { triggerId: string }) {
  const found = useQuery(ResponsePreviewDocument, { id: triggerId }).data?.trigger?.responsePreview;
  if (!found) return null;
  return (
    <details class="sub">
      <summary>
        The newest delivery would be answered <Badge tone={found.problem ? "bad" : "info"}>{found.reply.status}</Badge>
      </summary>
      {found.problem && <p class="wrong-text">{found.problem}</p>}
      <BodyView
        body={{ ...found.reply.body, text: found.reply.body.text ?? null, json: found.reply.body.json ?? null }}
        label="Body of the answer"
      />
    </details>
  );
}
