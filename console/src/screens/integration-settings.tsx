/** How an integration's API is reached and authorized, its shared address, and its end. */

import { useLocation } from "wouter-preact";
import { change } from "../api/client";
import { DeleteIntegrationDocument, UpdateIntegrationDocument } from "../gql/graphql";
import { AuthorizationForm, authorizationInput } from "../parts/authorization";
import { Confirm, Copy } from "../parts/basics";
import { Text } from "../parts/fields";
import { Form } from "../parts/form";
import { SaveState } from "../parts/save-state";
import { useSaving } from "../parts/saving";
import { SecretMenu } from "../parts/templates";
import type { Integration } from "./integration";
import { LookupSettings, OAuthSettings } from "./oauth-app";

export function IntegrationSettings({ integration }: { integration: Integration }) {
  const [, go] = useLocation();
  const server = {
    name: integration.name,
    apiBaseUrl: integration.apiBaseUrl ?? "",
    authorization: integration.authorization.scheme,
  };
  const form = useSaving(server, "", async (value) => {
    const done = await change(UpdateIntegrationDocument, {
      integrationId: integration.id,
      name: value.name,
      apiBaseUrl: value.apiBaseUrl || null,
      authorization: authorizationInput(value.authorization),
    });
    return { problems: done.problems };
  });
  const reads = integration.authorization.accountValues;
  return (
    <SecretMenu values={reads}>
      <div class="stack">
        <section class="card">
          <div class="card-head">
            <h2>API</h2>
            <SaveState saving={form} />
          </div>
          <Form label="API of the integration" problems={form.problems}>
            <div class="two">
              <Text label="Name" path="name" value={form.value.name} onValue={(name) => form.set({ name })} />
              <Text
                label="Base URL"
                path="apiBaseUrl"
                isMono
                isOptional
                value={form.value.apiBaseUrl}
                onValue={(apiBaseUrl) => form.set({ apiBaseUrl })}
              />
            </div>
            <AuthorizationForm
              value={form.value.authorization}
              path="authorization"
              inherit="As each account was connected"
              onValue={(authorization) => form.set({ authorization })}
            />
            {reads.length > 0 && (
              <p class="hint">
                It reads these values of the account: {reads.map((each) => `{{credential.${each}}}`).join(", ")}
              </p>
            )}
          </Form>
        </section>
        <OAuthSettings integration={integration} />
        <LookupSettings integration={integration} />
        <section class="card stack">
          <h2>Shared address</h2>
          <p class="hint">
            All app-level triggers of this integration share it. With /test at its end it is the sandbox's.
          </p>
          <Copy label="Address of app-level events" text={integration.webhookUrl} />
        </section>
        <section class="card">
          <div class="card-head">
            <div>
              <h2>Delete</h2>
              <p class="hint">Its accounts and drafts go with it. Refused while one of its triggers is active.</p>
            </div>
            <Confirm
              ask="Delete this integration"
              does="Delete"
              doing="Deleting …"
              onDo={async () => {
                const done = await change(DeleteIntegrationDocument, { integrationId: integration.id });
                if (done.problems.length > 0) return done.problems.map((each) => each.message).join(" ");
                go("/");
              }}
            >
              <p>{integration.removalImpact.explanation}</p>
              <p>{integration.name}, its accounts and its drafts are removed for good.</p>
            </Confirm>
          </div>
        </section>
      </div>
    </SecretMenu>
  );
}
