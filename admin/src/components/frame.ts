/**
 * Stands where AdminJS's script expects its design system, whose two megabytes draw its own pages: ours are drawn by our components. What it
 * takes from there as it is loaded is nothing in particular, and draws nothing.
 */
import * as styled from "@adminjs/design-system/styled-components";

const nothing = () => null;
const page = window as unknown as { styled: unknown; AdminJSDesignSystem: unknown };
page.styled = styled;
page.AdminJSDesignSystem = new Proxy({}, { get: (_, name) => name === "__esModule" || nothing });
