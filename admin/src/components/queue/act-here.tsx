import { useEffect, useRef } from "react";
import type { ActSight, QueueAct, ResourceSight } from "../../sight.ts";
import { Unasked, useAct } from "../asked-act.tsx";
import { Form } from "../form.tsx";
import { recordPath, resourceOf } from "../here.ts";
import { Over } from "../over.tsx";

interface ActHereProps {
  readonly asked: QueueAct | undefined;
  readonly leave: () => void;
  readonly done: () => void;
}

const titleId = "act-here-title";

/** The form of an act over the queue: the same as on a page of its own. */
export function ActHere({ asked, leave, done }: ActHereProps) {
  const resource = resourceOf(asked?.resource);
  const act = resource?.acts.find(({ name, on }) => name === asked?.name && on === "record");
  return (
    <Over isOpen={asked !== undefined} leave={leave} className="act-here" titledBy={titleId}>
      {asked && resource && act ? <Asked asked={asked} resource={resource} act={act} leave={leave} done={done} /> : null}
    </Over>
  );
}

interface AskedProps extends Omit<ActHereProps, "asked"> {
  readonly asked: QueueAct;
  readonly resource: ResourceSight;
  readonly act: ActSight;
}

function Asked({ asked: { id, said }, resource, act, leave, done }: AskedProps) {
  const form = useRef<HTMLDivElement>(null);
  const began = useAct({ resource, act, recordId: id });
  const isReady = "title" in began;
  // One begins to type at once, as soon as there is a field.
  useEffect(() => {
    if (isReady) form.current?.querySelector<HTMLElement>("form :is(input, select, textarea)")?.focus();
  }, [isReady]);
  return (
    <div ref={form}>
      {isReady ? (
        <Form
          title={began.title}
          act={act}
          path={began.path}
          start={{ ...began.answer.start, ...said }}
          answer={began.answer}
          back={recordPath(resource.id, id)}
          here={{ titleId, leave, done }}
        />
      ) : (
        <Unasked asked={began} />
      )}
    </div>
  );
}
