/** Validation by a scheme of the catalog: which one, and the secrets that it needs. */

import { Select } from "../parts/fields";
import { Notice } from "../parts/basics";
import type { Trigger } from "./trigger";
import { type PartProps, SecretField } from "./signing";

export function SchemeFields({ trigger, draft, set }: PartProps & { trigger: Trigger }) {
  const provider = trigger.integration.provider;
  if (!provider)
    return (
      <Notice tone="warn">
        This integration is not of the catalog. Choose another way, or make an integration of the provider.
      </Notice>
    );
  const chosen = provider.schemes.find((each) => each.slug === draft.scheme) ?? provider.schemes[0];
  const valueOf = (name: string) =>
    draft.schemeSecrets.find((each) => each.name === name)?.value ??
    provider.secrets.find((each) => each.name === name)?.value ??
    "";
  const change = (name: string, value: string) => {
    const names = chosen?.secretNames ?? [];
    const changed = names.map((each) => ({ name: each, value: each === name ? value : valueOf(each), until: null }));
    set({ schemeSecrets: [...changed, ...draft.schemeSecrets.filter((each) => !names.includes(each.name))] });
  };
  return (
    <>
      <Select
        label={`${provider.name}'s scheme`}
        path="verification.provider.scheme"
        value={chosen?.slug ?? ""}
        options={provider.schemes.map(
          (each, at) => [each.slug, at ? each.name : `${each.name} (recommended)`] as const,
        )}
        onValue={(scheme) => set({ scheme, schemeSecrets: [] })}
      />
      {(chosen?.secretNames ?? []).map((name) => {
        const known = provider.secrets.find((each) => each.name === name);
        return (
          <SecretField
            key={name}
            label={known?.label ?? name}
            path="verification.provider"
            hint={known?.help ?? ""}
            value={valueOf(name)}
            onValue={(value) => change(name, value)}
          />
        );
      })}
    </>
  );
}
