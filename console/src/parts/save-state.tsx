/** Whether what is typed is stored. */

import type { Saving } from "./saving";

export function SaveState({ saving }: { saving: Pick<Saving<object>, "status" | "problems"> }) {
  const count = saving.problems.length;
  const words = {
    saved: "Saved",
    typing: "Not saved yet …",
    saving: "Saving …",
    refused: count === 1 ? "Not saved: one problem" : `Not saved: ${count} problems`,
  };
  return (
    <span class={`saved ${saving.status}`} role="status">
      {words[saving.status]}
    </span>
  );
}
