# Sourced by run and full: prerequisites, steps that are counted, and the last line.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export CI=true
exec </dev/null

PASSED=0
FAILED=0
FAILURES=()
STARTED=$SECONDS

passed() { PASSED=$((PASSED + $1)); }
failed() { FAILED=$((FAILED + $1)); FAILURES+=("$2"); }

# has_java: a JDK or JRE of version 17 or newer is on the PATH.
has_java() {
  local version
  version=$(java -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -n 1)
  [ -n "$version" ] && [ "$version" -ge 17 ]
}

begin() {
  if ! command -v node >/dev/null || ! node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)'; then
    echo "Node.js 20.19 or newer is needed and cannot be installed from here." >&2
    failed 1 "Node.js"
    finish
  fi
  local packages=()
  has_java || packages+=(openjdk-17-jdk-headless)
  command -v mvn >/dev/null || packages+=(maven)
  command -v git >/dev/null || packages+=(git)
  python3 -c 'import ensurepip, venv' 2>/dev/null || packages+=(python3 python3-venv)
  [ ${#packages[@]} -eq 0 ] && return
  local sudo=()
  [ "$(id -u)" -eq 0 ] || sudo=(sudo -n)
  echo "== Installing ${packages[*]}"
  if ! { "${sudo[@]}" apt-get update -q && DEBIAN_FRONTEND=noninteractive "${sudo[@]}" apt-get install -q -y --no-install-recommends "${packages[@]}"; }; then
    echo "These packages are needed and could not be installed: ${packages[*]}" >&2
    failed 1 "prerequisites"
    finish
  fi
}

# step LIMIT NAME COMMAND...: one check; the others go on when it fails.
step() {
  local limit=$1 name=$2 began=$SECONDS
  shift 2
  echo "== $name: $*"
  if timeout --kill-after=30s "$limit" "$@"; then
    passed 1
    echo "== $name: passed in $((SECONDS - began)) s"
  else
    failed 1 "$name"
    echo "== $name: FAILED after $((SECONDS - began)) s" >&2
  fi
}

# tests LIMIT NAME COMMAND...: a jest run, counted by its own total.
tests() {
  local limit=$1 name=$2 log total bad good
  shift 2
  log=$(mktemp)
  echo "== $name: $*"
  timeout --kill-after=30s "$limit" "$@" 2>&1 | tee "$log"
  local status=${PIPESTATUS[0]}
  total=$(sed 's/\x1b\[[0-9;]*m//g' "$log" | grep '^Tests: ' | tail -n 1)
  rm -f "$log"
  good=$(sed -n 's/.* \([0-9]*\) passed.*/\1/p' <<<"$total")
  bad=$(sed -n 's/.* \([0-9]*\) failed.*/\1/p' <<<"$total")
  # Skipped and todo tests are not passed: a test that cannot run fails.
  if grep -qE 'skipped|todo' <<<"$total"; then bad=$((${bad:-0} + 1)); fi
  passed "${good:-0}"
  # A suite that did not even load, or a run that was cut off, has no failed test of its own.
  if [ "$status" -ne 0 ] && [ "${bad:-0}" -eq 0 ]; then bad=1; fi
  if [ "$status" -eq 0 ] && [ -z "$good" ]; then bad=1; fi
  if [ "${bad:-0}" -gt 0 ]; then failed "$bad" "$name"; fi
}

# What both lists begin with.
checks() {
  step 10m "dependencies" npm ci --no-fund --no-audit
  step 5m "build" npm run build
  step 2m "format and lint" npm run check:format
  step 2m "import direction, no cycles" npm run check:imports
  step 3m "types" npm run check:types
  step 3m "emitted schema and generated code are in step" npm run check:drift
  step 1m "schema keeps to the contract" npm run check:contract
  tests 15m "npm test" npm test
  step 5m "smoke test of the built server" npm run test:smoke
}

finish() {
  echo "== $((SECONDS - STARTED)) s"
  for failure in ${FAILURES[@]+"${FAILURES[@]}"}; do echo "FAILED: $failure" >&2; done
  echo "$PASSED passed, $FAILED failed"
  [ "$FAILED" -eq 0 ]
  exit
}
