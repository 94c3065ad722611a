#!/usr/bin/env bash
# Runs in a mount namespace of its own: see try-install.ts. Everything below happens in the copy.
#   try-install.sh COPY DISPLAY DEB NEWER OLDER
set -euo pipefail
copy=$1 display=$2 deb=$3 newer=$4 older=$5
base=$(dirname "$copy")

step() { printf '%s\n' "$1"; }
fail() { printf 'FAIL: %s\n' "$1"; exit 1; }

mount -t overlay overlay -o "lowerdir=/,upperdir=$base/upper,workdir=$base/work" "$copy"
for place in dev sys; do mount --rbind "/$place" "$copy/$place"; done
mount -t proc proc "$copy/proc"
mount -t tmpfs tmpfs "$copy/run"
mkdir -p "$copy/tmp/.X11-unix" "$copy/packages"
mount --bind /tmp/.X11-unix "$copy/tmp/.X11-unix"
cp "$deb" "$copy/packages/this.deb"
cp "$newer" "$copy/packages/newer.deb"
cp "$older" "$copy/packages/older.deb"
# No service of the copy is started, and its package lists are those of this system.
printf '#!/bin/sh\nexit 101\n' > "$copy/usr/sbin/policy-rc.d"
chmod +x "$copy/usr/sbin/policy-rc.d"

inside() { chroot "$copy" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive DISPLAY="$display" "$@"; }
version() { inside dpkg-query -W -f '${Version}' resetdesk 2>/dev/null || true; }
install_deb() { inside apt-get install -y -q --no-install-recommends "$1" > "$base/apt.log" 2>&1; }

inside dpkg --purge resetdesk > /dev/null 2>&1 || true
install_deb /packages/this.deb || { cat "$base/apt.log"; fail 'the package does not install'; }
first=$(version)
[ -L "$copy/usr/bin/resetdesk" ] || fail 'the command resetdesk is missing'
inside useradd --create-home agent 2>/dev/null || true
if command -v desktop-file-validate > /dev/null; then
  inside desktop-file-validate /usr/share/applications/resetdesk.desktop || fail 'the desktop file is not valid'
fi
step "installed $first"

# As an ordinary user, with the sandbox on: the way it is used.
as_agent() { inside runuser -u agent -- env HOME=/home/agent DISPLAY="$display" "$@"; }
as_agent resetdesk --disable-gpu --self-test > "$base/self-test.log" 2>/dev/null || { cat "$base/self-test.log"; fail 'the self-test failed'; }
grep -E '^[0-9]+ passed' "$base/self-test.log"

as_agent resetdesk --disable-gpu > "$base/desk.log" 2>&1 &
profile=$copy/home/agent/.config/ResetDesk
for _ in $(seq 100); do [ -e "$profile/logs/main.log" ] && break; sleep 0.2; done
grep -q started "$profile/logs/main.log" 2> /dev/null || { cat "$base/desk.log"; fail 'the desk does not start'; }
desk_runs() { pgrep -u "$(inside id -u agent)" -f /opt/ResetDesk/resetdesk > /dev/null; }
desk_runs || fail 'the desk does not run'

install_deb /packages/newer.deb || { cat "$base/apt.log"; fail 'the upgrade does not install'; }
[ "$(version)" = 99.0.0 ] || fail 'the upgrade did not take'
sleep 1
desk_runs || fail 'the running desk did not survive the upgrade'
step 'upgraded to 99.0.0 under a running desk, which goes on'

if install_deb /packages/older.deb; then fail 'an older version was installed over a newer one'; fi
grep -qi downgrade "$base/apt.log" || { cat "$base/apt.log"; fail 'the older version was refused for another reason'; }
[ "$(version)" = 99.0.0 ] || fail 'the older version replaced the newer one'
step 'an older version was refused'

inside pkill -u agent || true
inside apt-get purge -y -q resetdesk > "$base/apt.log" 2>&1 || { cat "$base/apt.log"; fail 'the package is not removed'; }
[ ! -e "$copy/opt/ResetDesk/resetdesk" ] && [ ! -e "$copy/usr/bin/resetdesk" ] || fail 'something of the program is left'
[ -e "$profile/logs/main.log" ] || fail "the agent's profile is gone"
step 'purged; the profile is left'
