/** How requests to a provider are authorized, in templates. */

import type { AuthorizationKind, AuthorizationPartsFragment, RequestAuthorizationInput } from "../gql/graphql";
import { type Options, Select } from "./fields";
import { Pairs } from "./pairs";
import { Template } from "./templates";

export type Authorization = AuthorizationPartsFragment;

export const NO_AUTHORIZATION: Authorization = { kind: "INHERIT", token: "", username: "", password: "", entries: [] };

export function authorizationInput(value: Authorization): RequestAuthorizationInput {
  switch (value.kind) {
    case "NONE":
      return { none: true };
    case "BEARER":
      return { bearer: { token: value.token } };
    case "BASIC":
      return { basic: { username: value.username, password: value.password } };
    case "HEADERS":
      return { headers: value.entries };
    case "QUERY":
      return { query: value.entries };
    default:
      return { inherit: true };
  }
}

export function AuthorizationForm({
  value,
  path,
  inherit,
  onValue,
}: {
  value: Authorization;
  path: string;
  inherit: string;
  onValue: (value: Authorization) => void;
}) {
  const kinds: Options<AuthorizationKind> = [
    ["INHERIT", inherit],
    ["NONE", "None"],
    ["BEARER", "Bearer token"],
    ["BASIC", "Basic: user name and password"],
    ["HEADERS", "Headers"],
    ["QUERY", "Query parameters"],
  ];
  const set = (change: Partial<Authorization>) => onValue({ ...value, ...change });
  return (
    <>
      <Select label="Authorization" path={path} value={value.kind} options={kinds} onValue={(kind) => set({ kind })} />
      {value.kind === "BEARER" && (
        <Template
          label="Token"
          path={`${path}.bearer.token`}
          value={value.token}
          placeholder="{{secrets.API_TOKEN}}"
          onValue={(token) => set({ token })}
        />
      )}
      {value.kind === "BASIC" && (
        <div class="two">
          <Template
            label="User name"
            path={`${path}.basic.username`}
            value={value.username}
            onValue={(username) => set({ username })}
          />
          <Template
            label="Password"
            path={`${path}.basic.password`}
            value={value.password}
            placeholder="{{secrets.PASSWORD}}"
            onValue={(password) => set({ password })}
          />
        </div>
      )}
      {value.kind === "HEADERS" && (
        <Pairs
          label="Authorization headers"
          path={`${path}.headers`}
          pairs={value.entries}
          add="Add a header"
          onPairs={(entries) => set({ entries })}
        />
      )}
      {value.kind === "QUERY" && (
        <Pairs
          label="Authorization parameters"
          path={`${path}.query`}
          pairs={value.entries}
          add="Add a parameter"
          onPairs={(entries) => set({ entries })}
        />
      )}
    </>
  );
}
