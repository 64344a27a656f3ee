import type { ReactNode } from "react";
import { Link } from "react-router-dom";
import type { AccessSight, RecordSight, ResourceSight } from "../../sight.ts";
import { recordPath } from "../here.ts";
import { Section } from "../section.tsx";
import { Badge, Time } from "../values.tsx";

interface AccessProps {
  readonly resource: ResourceSight;
  readonly project: RecordSight;
  readonly access: AccessSight;
}

/** What the project shows over REST, and by what it believes the tokens of its end users. */
export const Access = ({ resource, project, access: { exposedSchemas, endUsers } }: AccessProps) => (
  <div className="columns">
    <Section title="Exposed schemas" unit="in order, the first is the default">
      <ol className="schema-names numbered">
        {exposedSchemas.map((name) => (
          <li key={name}>
            <code>{name}</code>
          </li>
        ))}
      </ol>
      <Act name="expose-schemas" resource={resource} project={project} />
    </Section>
    <Section title="End-user sign-in">
      <EndUsers {...endUsers} />
      <Act name="set-end-user-auth" resource={resource} project={project} />
    </Section>
  </div>
);

function EndUsers({ hasSecret, jwksUrl, issuer, audience, clockSkewSeconds, issuerGrantsServiceRole, updatedAt }: AccessSight["endUsers"]) {
  if (!hasSecret && jwksUrl === null)
    return <p className="empty small">No tokens are believed: whoever asks is anon, or holds a secret key.</p>;
  return (
    <dl className="details">
      <Line label="Secret (HS256)">{hasSecret ? <Badge word="set" /> : "none"}</Line>
      <Line label="Issuer">{issuer ?? "any"}</Line>
      <Line label="Issuer's keys">{jwksUrl === null ? "none" : <code>{jwksUrl}</code>}</Line>
      <Line label="Audiences">{audience.length === 0 ? "any" : audience.join(", ")}</Line>
      <Line label="Clock skew">{clockSkewSeconds} s</Line>
      <Line label="Issuer may grant service_role">{issuerGrantsServiceRole ? <Badge word="yes" /> : "no"}</Line>
      {updatedAt ? (
        <Line label="Set">
          <Time at={updatedAt} />
        </Line>
      ) : null}
    </dl>
  );
}

const Line = ({ label, children }: { label: string; children: ReactNode }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);

/** A button for an act of this part, where this reader may do it and it makes sense now. */
function Act({ name, resource, project }: Pick<AccessProps, "resource" | "project"> & { name: string }) {
  const act = resource.acts.find((each) => each.name === name);
  if (!act || !project.acts.includes(name)) return null;
  return (
    <p className="section-foot">
      <Link className="button small" to={recordPath(resource.id, project.id, name)}>
        {act.label}
      </Link>
    </p>
  );
}
