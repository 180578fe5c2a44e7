/** A request to the provider: what a person edits of it, and what the API takes. */

import type { BodyKind, RequestPartsFragment, RequestTemplateInput } from "../gql/graphql";
import { type Authorization, AuthorizationForm, NO_AUTHORIZATION, authorizationInput } from "../parts/authorization";
import { Choice, Select, Text } from "../parts/fields";
import { type Pair, Pairs } from "../parts/pairs";
import { Template } from "../parts/templates";

/** json: as it is typed, perhaps not JSON yet. */
export interface RequestDraft {
  method: string;
  url: string;
  headers: Pair[];
  query: Pair[];
  kind: BodyKind;
  json: string;
  form: Pair[];
  raw: string;
  contentType: string;
  authorization: Authorization;
}

export const NO_REQUEST: RequestDraft = {
  method: "POST",
  url: "",
  headers: [],
  query: [],
  kind: "JSON",
  json: '{\n  "url": "{{settings.webhookURL}}"\n}',
  form: [],
  raw: "",
  contentType: "text/plain; charset=utf-8",
  authorization: NO_AUTHORIZATION,
};

export const written = (json: unknown): string =>
  json === null || json === undefined ? "" : JSON.stringify(json, null, 2);

export function requestDraft(
  request: RequestPartsFragment | null | undefined,
  absent: RequestDraft = NO_REQUEST,
): RequestDraft {
  if (!request) return absent;
  const { method, url, headers, query, body, authorization } = request;
  return {
    method,
    url,
    headers,
    query,
    kind: body.kind,
    json: body.kind === "JSON" ? written(body.json) : NO_REQUEST.json,
    form: body.form,
    raw: body.raw,
    contentType: body.contentType || NO_REQUEST.contentType,
    authorization,
  };
}

const filled = (pairs: Pair[]): Pair[] => pairs.filter((each) => each.name || each.value);

/** What the API takes. Throws SyntaxError where the body is not JSON yet. */
export function requestInput(draft: RequestDraft): RequestTemplateInput {
  const bodies: Record<BodyKind, () => RequestTemplateInput["body"]> = {
    NONE: () => null,
    JSON: () => ({ json: JSON.parse(draft.json) as unknown }),
    FORM: () => ({ form: filled(draft.form) }),
    RAW: () => ({ raw: { text: draft.raw, contentType: draft.contentType || null } }),
  };
  return {
    method: draft.method,
    url: draft.url,
    headers: filled(draft.headers),
    query: filled(draft.query),
    body: bodies[draft.kind](),
    authorization: authorizationInput(draft.authorization),
  };
}

const METHODS = ["POST", "PUT", "PATCH", "GET", "DELETE"].map((each) => [each, each] as const);

export function RequestForm({
  draft,
  path,
  baseUrl,
  onDraft,
}: {
  draft: RequestDraft;
  path: string;
  baseUrl: string | null;
  onDraft: (draft: RequestDraft) => void;
}) {
  const set = (change: Partial<RequestDraft>) => onDraft({ ...draft, ...change });
  return (
    <>
      <div class="request-line">
        <Select
          label="Method"
          path={`${path}.method`}
          value={draft.method}
          options={METHODS}
          onValue={(method) => set({ method })}
        />
        <Template
          label="URL"
          path={`${path}.url`}
          value={draft.url}
          placeholder={baseUrl ? "/webhooks" : "https://api.example.com/webhooks"}
          hint={
            baseUrl ? `A path alone goes below ${baseUrl}` : "The integration has no base URL: an absolute address."
          }
          onValue={(url) => set({ url })}
        />
      </div>
      <AuthorizationForm
        value={draft.authorization}
        path={`${path}.authorization`}
        inherit="Inherit from the integration"
        onValue={(authorization) => set({ authorization })}
      />
      <Pairs
        label="Headers"
        path={`${path}.headers`}
        pairs={draft.headers}
        add="Add a header"
        onPairs={(headers) => set({ headers })}
      />
      <Pairs
        label="Query parameters"
        path={`${path}.query`}
        pairs={draft.query}
        add="Add a parameter"
        onPairs={(query) => set({ query })}
      />
      <Choice
        label="Body"
        isCompact
        value={draft.kind}
        options={[
          ["JSON", "JSON"],
          ["FORM", "Form"],
          ["RAW", "Raw"],
          ["NONE", "None"],
        ]}
        onValue={(kind) => set({ kind })}
      />
      {draft.kind === "JSON" && (
        <Template
          label="JSON body"
          path={`${path}.body`}
          isDeep
          isTall
          rows={Math.min(14, Math.max(5, draft.json.split("\n").length + 1))}
          value={draft.json}
          hint='Templates stand in quotes; alone there, they keep the type of their value. "{{settings.webhookURL}}" is the address to deliver to.'
          onValue={(json) => set({ json })}
        />
      )}
      {draft.kind === "FORM" && (
        <Pairs
          label="Form fields"
          path={`${path}.body.form`}
          pairs={draft.form}
          add="Add a field"
          onPairs={(form) => set({ form })}
        />
      )}
      {draft.kind === "RAW" && (
        <>
          <Text
            label="Content type"
            path={`${path}.body.raw.contentType`}
            isMono
            value={draft.contentType}
            onValue={(contentType) => set({ contentType })}
          />
          <Template
            label="Raw body"
            path={`${path}.body.raw`}
            isDeep
            isTall
            value={draft.raw}
            onValue={(raw) => set({ raw })}
          />
        </>
      )}
    </>
  );
}
