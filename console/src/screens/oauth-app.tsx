/** The OAuth app by which an integration's accounts are connected, and how their Provider ID is found. */

import { change } from "../api/client";
import { type ClientAuthentication, type OAuthGrant, UpdateIntegrationDocument } from "../gql/graphql";
import { Button, Copy, Notice } from "../parts/basics";
import { Check, Select, Text } from "../parts/fields";
import { Form } from "../parts/form";
import { Pairs } from "../parts/pairs";
import { SaveState } from "../parts/save-state";
import { useSaving } from "../parts/saving";
import { Template } from "../parts/templates";
import { SecretField } from "../wizard/signing";
import { RequestForm, requestDraft, requestInput } from "../wizard/request";
import type { Integration } from "./integration";

type App = NonNullable<Integration["oauth"]>;

const GRANTS: readonly (readonly [OAuthGrant, string])[] = [
  ["AUTHORIZATION_CODE", "The user allows it on the provider's page"],
  ["CLIENT_CREDENTIALS", "By the app's own id and secret"],
];
const WAYS: readonly (readonly [ClientAuthentication, string])[] = [
  ["POST", "In the body"],
  ["BASIC", "In a header (basic)"],
  ["NONE", "Not at all"],
];

export function OAuthSettings({ integration }: { integration: Integration }) {
  const begin = () => change(UpdateIntegrationDocument, { integrationId: integration.id, oauth: {} });
  return (
    <section class="card" aria-labelledby="oauth-title">
      {integration.oauth ? (
        <AppForm integration={integration} app={integration.oauth} />
      ) : (
        <div class="card-head">
          <div>
            <h2 id="oauth-title">OAuth app</h2>
            <p class="hint">
              Accounts are connected by values that are entered. With an app of yours at the provider, users connect on
              the provider's page.
            </p>
          </div>
          <Button onClick={() => void begin()}>Describe an OAuth app</Button>
        </div>
      )}
    </section>
  );
}

function AppForm({ integration, app }: { integration: Integration; app: App }) {
  const form = useSaving(
    { ...app, scopes: app.scopes.join("\n") },
    "",
    async ({ scopes, missing: _missing, redirectUrl: _redirect, ...value }) => {
      const oauth = {
        ...value,
        scopes: scopes.split(/\s+/).filter(Boolean),
        extra: value.extra.filter((each) => each.name),
      };
      return { problems: (await change(UpdateIntegrationDocument, { integrationId: integration.id, oauth })).problems };
    },
  );
  const { value, set } = form;
  return (
    <>
      <div class="card-head">
        <h2 id="oauth-title">OAuth app</h2>
        <SaveState saving={form} />
      </div>
      <Form label="OAuth app" problems={form.problems}>
        {app.missing.length > 0 && (
          <Notice tone="warn">Before an account can be connected, these are needed: {app.missing.join(", ")}.</Notice>
        )}
        <Copy label="Redirect URI to register at the provider" text={app.redirectUrl} />
        <p class="hint">Register this redirect URI with your app at the provider.</p>
        <div class="two">
          <Template
            label="Client id"
            path="oauth.clientId"
            value={value.clientId}
            onValue={(clientId) => set({ clientId })}
          />
          <SecretField
            label="Client secret"
            path="oauth.clientSecret"
            value={value.clientSecret}
            onValue={(clientSecret) => set({ clientSecret })}
          />
          <Text
            label="Authorization URL"
            path="oauth.authorizeUrl"
            isMono
            value={value.authorizeUrl}
            onValue={(authorizeUrl) => set({ authorizeUrl })}
          />
          <Text
            label="Token URL"
            path="oauth.tokenUrl"
            isMono
            value={value.tokenUrl}
            onValue={(tokenUrl) => set({ tokenUrl })}
          />
          <Text
            label="Revocation URL"
            path="oauth.revokeUrl"
            isOptional
            isMono
            value={value.revokeUrl}
            onValue={(revokeUrl) => set({ revokeUrl })}
          />
          <Text
            label="Scopes"
            path="oauth.scopes"
            isOptional
            isMono
            hint="Between them, a space."
            value={value.scopes.replaceAll("\n", " ")}
            onValue={(scopes) => set({ scopes })}
          />
          <Select
            label="How tokens are had"
            path="oauth.grant"
            value={value.grant}
            options={GRANTS}
            onValue={(grant) => set({ grant })}
          />
          <Select
            label="How the app proves itself"
            path="oauth.clientAuthentication"
            value={value.clientAuthentication}
            options={WAYS}
            onValue={(clientAuthentication) => set({ clientAuthentication })}
          />
        </div>
        <Check label="Codes are bound by PKCE" value={value.usesPkce} onValue={(usesPkce) => set({ usesPkce })} />
        <Pairs
          label="Further parameters"
          path="oauth.extra"
          names="access_type"
          add="Add a parameter"
          pairs={value.extra}
          onPairs={(extra) => set({ extra })}
        />
      </Form>
    </>
  );
}

/** How the Provider ID of an account is found when it is connected. */
export function LookupSettings({ integration }: { integration: Integration }) {
  const lookup = integration.providerIdLookup;
  const server = {
    isOn: Boolean(lookup),
    hasRequest: Boolean(lookup?.request),
    value: lookup?.value ?? "",
    request: { ...requestDraft(lookup?.request), ...(lookup?.request ? {} : { method: "GET", kind: "NONE" as const }) },
  };
  const form = useSaving(server, "", async (draft) => {
    const providerIdLookup = draft.isOn
      ? { value: draft.value, request: draft.hasRequest ? requestInput(draft.request) : null }
      : null;
    return {
      problems: (await change(UpdateIntegrationDocument, { integrationId: integration.id, providerIdLookup })).problems,
    };
  });
  const { value, set } = form;
  return (
    <section class="card" aria-labelledby="lookup-title">
      <div class="card-head">
        <div>
          <h2 id="lookup-title">Provider ID</h2>
          <p class="hint">The id by which the provider names an account in its events.</p>
        </div>
        <SaveState saving={form} />
      </div>
      <Form label="Provider ID" problems={form.problems}>
        <Check
          label="It is looked up when an account is connected"
          value={value.isOn}
          onValue={(isOn) => set({ isOn })}
          hint="Otherwise it is entered with the account."
        />
        {value.isOn && (
          <>
            <Template
              label="Where it stands"
              path="providerIdLookup.value"
              value={value.value}
              placeholder="{{setup.response.body.team.id}}"
              onValue={(text) => set({ value: text })}
            />
            <Check
              label="A request asks for it"
              value={value.hasRequest}
              onValue={(hasRequest) => set({ hasRequest })}
              hint="Otherwise it is read from what came with the token."
            />
            {value.hasRequest && (
              <RequestForm
                draft={value.request}
                path="providerIdLookup.request"
                baseUrl={integration.apiBaseUrl ?? null}
                onDraft={(request) => set({ request })}
              />
            )}
          </>
        )}
      </Form>
    </section>
  );
}
