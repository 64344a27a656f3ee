// Asks the process in this container whether it serves: the image's HEALTHCHECK. A worker has no door but METRICS_PORT.
const { HOST, PORT, METRICS_HOST, METRICS_PORT, ROLE } = process.env;
const [host, port] = ROLE === "worker" ? [METRICS_HOST, METRICS_PORT] : [HOST, PORT || "3000"];
const isAnywhere = !host || host === "0.0.0.0" || host === "::";
const address = isAnywhere ? "127.0.0.1" : host.includes(":") ? `[${host}]` : host;

if (!port) {
  console.log("set METRICS_PORT to have a worker checked");
} else {
  const response = await fetch(`http://${address}:${port}/api/health`, { signal: AbortSignal.timeout(4_000) });
  console.log(await response.text());
  if (!response.ok) process.exitCode = 1;
}
