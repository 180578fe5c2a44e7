/** Step 2, created by API request: the requests that make, keep and remove the webhook. */

import { useState } from "preact/hooks";
import { type Problem, change } from "../api/client";
import { useQuery } from "../api/hooks";
import {
  ClearPersistedValuesDocument,
  LastSetupDocument,
  SendSetupRequestDocument,
  type UpdateWebhookSetupInput,
  UpdateWebhookSetupDocument,
} from "../gql/graphql";
import { Deed, Notice } from "../parts/basics";
import { Check, Text } from "../parts/fields";
import { Form } from "../parts/form";
import { type Pair, Pairs } from "../parts/pairs";
import { SaveState } from "../parts/save-state";
import { type Saved, useSaving } from "../parts/saving";
import { Template } from "../parts/templates";
import { Time } from "../parts/time";
import { type ListingDraft, ListingForm, listingDraft, listingInput } from "./listing";
import { ExchangeView } from "./exchange";
import { NO_REQUEST, RequestForm, type RequestDraft, requestDraft, requestInput } from "./request";
import { type Trigger, missingOf } from "./trigger";

interface Draft {
  request: RequestDraft;
  keep: Pair[];
  hasTeardown: boolean;
  teardown: RequestDraft;
  hasRenewal: boolean;
  renewal: RequestDraft;
  every: string;
  expiresAt: string;
  hasListing: boolean;
  listing: ListingDraft;
}

const REMOVING: RequestDraft = { ...NO_REQUEST, method: "DELETE", kind: "NONE", url: "" };

function draftOf(setup: Trigger["setup"]): Draft {
  return {
    request: requestDraft(setup?.request),
    keep: setup?.keep ?? [],
    hasTeardown: Boolean(setup?.teardown),
    teardown: requestDraft(setup?.teardown, REMOVING),
    hasRenewal: Boolean(setup?.renewal),
    renewal: requestDraft(setup?.renewal?.request),
    every: setup?.renewal?.every?.toString() ?? "",
    expiresAt: setup?.renewal?.expiresAt ?? "",
    hasListing: Boolean(setup?.listing),
    listing: listingDraft(setup?.listing),
  };
}

/** The input of a draft, or the place of the first body that is not JSON. */
function inputOf(triggerId: string, draft: Draft): UpdateWebhookSetupInput | Problem[] {
  const problems: Problem[] = [];
  const read = (request: RequestDraft, ...place: string[]) => {
    try {
      return requestInput(request);
    } catch (error) {
      problems.push({
        code: "INVALID",
        message: `This is not JSON yet: ${(error as Error).message}`,
        path: ["input", ...place, "body", "json"],
      });
      return { url: "" };
    }
  };
  const input: UpdateWebhookSetupInput = {
    triggerId,
    request: read(draft.request, "request"),
    keep: draft.keep.filter((each) => each.name || each.value),
    teardown: draft.hasTeardown ? read(draft.teardown, "teardown") : null,
    listing: draft.hasListing
      ? { ...listingInput(draft.listing), request: read(draft.listing.request, "listing", "request") }
      : null,
    renewal: draft.hasRenewal
      ? {
          request: read(draft.renewal, "renewal", "request"),
          every: draft.every ? Number(draft.every) : null,
          expiresAt: draft.expiresAt || null,
        }
      : null,
  };
  return problems.length > 0 ? problems : input;
}

export function Setup({ trigger }: { trigger: Trigger }) {
  const baseUrl = trigger.integration.apiBaseUrl ?? null;
  const form = useSaving(draftOf(trigger.setup), trigger.updatedAt, async (draft): Promise<Saved> => {
    const input = inputOf(trigger.id, draft);
    if (Array.isArray(input)) return { problems: input };
    const done = await change(UpdateWebhookSetupDocument, input);
    return { problems: done.problems, version: done.payload?.trigger?.updatedAt };
  });
  const { value, set } = form;
  const save = async () => (form.status === "saved" && !trigger.setup ? (set({}), form.flush()) : form.flush());
  return (
    <section class="section" aria-labelledby="setup-title">
      <header class="card-head">
        <div>
          <h2 id="setup-title">The setup request</h2>
          <p>
            Creates the webhook at the provider: now for your sandbox account, later for each account that needs it.
          </p>
        </div>
        <SaveState saving={form} />
      </header>
      <Form label="Setup request" problems={form.problems} missing={missingOf(trigger, "WEBHOOK_SETUP")}>
        <RequestForm draft={value.request} path="request" baseUrl={baseUrl} onDraft={(request) => set({ request })} />
        <Pairs
          label="Keep from the answer"
          path="keep"
          add="Keep a value"
          names="webhookId"
          hint="Such as webhookId: {{setup.response.body.id}}. Afterwards it is {{persisted.webhookId}}, for one in removing the webhook."
          pairs={value.keep}
          onPairs={(keep) => set({ keep })}
        />
        <Sending trigger={trigger} save={save} />
        <details class="sub" open={value.hasTeardown}>
          <summary>Removing the webhook</summary>
          <Check
            label="A request removes it"
            value={value.hasTeardown}
            onValue={(hasTeardown) => set({ hasTeardown })}
            hint="Without one, the webhook has to be removed by hand."
          />
          {value.hasTeardown && (
            <RequestForm
              draft={value.teardown}
              path="teardown"
              baseUrl={baseUrl}
              onDraft={(teardown) => set({ teardown })}
            />
          )}
        </details>
        <details class="sub" open={value.hasListing}>
          <summary>Asking which webhooks exist</summary>
          <Check
            label="The provider can be asked for its webhooks"
            value={value.hasListing}
            onValue={(hasListing) => set({ hasListing })}
            hint="Then an answer that got lost makes no second webhook, and both sides can be compared."
          />
          {value.hasListing && (
            <ListingForm draft={value.listing} baseUrl={baseUrl} onDraft={(listing) => set({ listing })} />
          )}
        </details>
        <details class="sub" open={value.hasRenewal}>
          <summary>Keeping it alive</summary>
          <Check
            label="It expires, and a request renews it"
            value={value.hasRenewal}
            onValue={(hasRenewal) => set({ hasRenewal })}
          />
          {value.hasRenewal && (
            <>
              <div class="two">
                <Text
                  label="Every so many seconds"
                  path="renewal.every"
                  isOptional
                  inputMode="numeric"
                  value={value.every}
                  onValue={(every) => set({ every })}
                />
                <Template
                  label="Or: when it expires"
                  path="renewal.expiresAt"
                  value={value.expiresAt}
                  placeholder="{{setup.response.body.expiresAt}}"
                  onValue={(expiresAt) => set({ expiresAt })}
                />
              </div>
              <RequestForm
                draft={value.renewal}
                path="renewal.request"
                baseUrl={baseUrl}
                onDraft={(renewal) => set({ renewal })}
              />
            </>
          )}
        </details>
      </Form>
    </section>
  );
}

/** Sends the request for the sandbox account, and shows what was said last. */
function Sending({ trigger, save }: { trigger: Trigger; save: () => Promise<boolean> }) {
  const [problems, setProblems] = useState<Problem[]>([]);
  const asked = useQuery(LastSetupDocument, { id: trigger.id }, { pollMs: 10_000 });
  const last = asked.data?.trigger?.registrations.edges
    .map((edge) => edge.node)
    .find((each) => each.isTest && each.exchange);
  const send = async () => {
    if (!(await save()))
      return setProblems([{ code: "INCOMPLETE", message: "It is sent once the problems above are mended.", path: [] }]);
    setProblems((await change(SendSetupRequestDocument, { triggerId: trigger.id })).problems);
  };
  const forget = async () =>
    setProblems((await change(ClearPersistedValuesDocument, { triggerId: trigger.id })).problems);
  const kept = trigger.persistedValues;
  return (
    <div class="sub">
      <div class="card-head">
        <div>
          <h3>Send it once</h3>
          <p class="hint">
            With{" "}
            {trigger.integration.sandboxCredential
              ? `the sandbox account (${trigger.integration.sandboxCredential.userId})`
              : "the sandbox account, which is not connected yet"}
            . It must be answered 2xx.
          </p>
        </div>
        <Deed kind="primary" does={last ? "Send again" : "Send the request"} doing="Sending …" onDo={send} />
      </div>
      {problems.map((each) => (
        <Notice key={each.message} tone="bad">
          {each.message}
        </Notice>
      ))}
      {last?.exchange && <ExchangeView exchange={last.exchange} state={last.state} reason={last.reason ?? null} />}
      {kept.length > 0 && (
        <div class="row">
          <span class="hint">
            Kept:{" "}
            {kept.map((each) => (
              <span key={each.name + each.scope}>
                <code>{`{{persisted.${each.name}}}`}</code> <Time at={each.writtenAt} />{" "}
              </span>
            ))}
          </span>
          <Deed kind="quiet" does="Forget them" doing="Forgetting …" onDo={forget} />
        </div>
      )}
    </div>
  );
}
