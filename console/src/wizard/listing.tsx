/** How the provider is asked which webhooks exist, and where its answer says so. */

import type { ListingInput } from "../gql/graphql";
import { Text } from "../parts/fields";
import { Template } from "../parts/templates";
import { NO_REQUEST, RequestForm, type RequestDraft, requestDraft } from "./request";
import type { Trigger } from "./trigger";

export interface ListingDraft {
  request: RequestDraft;
  items: string;
  id: string;
  url: string;
  state: string;
  active: string;
  keptAs: string;
}

type Listing = NonNullable<Trigger["setup"]>["listing"];

const ASKING: RequestDraft = { ...NO_REQUEST, method: "GET", kind: "NONE" };

export const listingDraft = (listing: Listing | undefined): ListingDraft => ({
  request: requestDraft(listing?.request, ASKING),
  items: listing?.items ?? "setup.response.body",
  id: listing?.id ?? "{{item.id}}",
  url: listing?.url ?? "{{item.url}}",
  state: listing?.state ?? "",
  active: listing?.active?.join(", ") ?? "",
  keptAs: listing?.keptAs ?? "",
});

export const listingInput = (draft: ListingDraft): Omit<ListingInput, "request"> => ({
  items: draft.items,
  id: draft.id,
  url: draft.url,
  keptAs: draft.keptAs,
  state: draft.state || null,
  active: draft.active
    .split(",")
    .map((each) => each.trim())
    .filter(Boolean),
});

export function ListingForm({
  draft,
  baseUrl,
  onDraft,
}: {
  draft: ListingDraft;
  baseUrl: string | null;
  onDraft: (draft: ListingDraft) => void;
}) {
  const set = (change: Partial<ListingDraft>) => onDraft({ ...draft, ...change });
  return (
    <>
      <RequestForm
        draft={draft.request}
        path="listing.request"
        baseUrl={baseUrl}
        onDraft={(request) => set({ request })}
      />
      <div class="two">
        <Text
          label="Path of the list"
          path="listing.items"
          isMono
          value={draft.items}
          onValue={(items) => set({ items })}
        />
        <Text
          label="The id is kept as"
          path="listing.keptAs"
          isMono
          placeholder="webhookId"
          value={draft.keptAs}
          hint="The name in “Keep from the answer”."
          onValue={(keptAs) => set({ keptAs })}
        />
        <Template label="Id of one" path="listing.id" value={draft.id} onValue={(id) => set({ id })} />
        <Template label="Address it delivers to" path="listing.url" value={draft.url} onValue={(url) => set({ url })} />
        <Template
          label="Its state"
          path="listing.state"
          isOptional
          value={draft.state}
          placeholder="{{item.status}}"
          onValue={(state) => set({ state })}
        />
        <Text
          label="States in which it works"
          path="listing.active"
          isOptional
          isMono
          value={draft.active}
          hint="By commas."
          onValue={(active) => set({ active })}
        />
      </div>
    </>
  );
}
