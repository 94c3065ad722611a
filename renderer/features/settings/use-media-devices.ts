import { useEffect, useState } from 'react';

/** The media devices of this computer, kept up while they are plugged in and out. Empty where they are not told. */
export function useMediaDevices(): readonly MediaDeviceInfo[] {
  const [devices, setDevices] = useState<readonly MediaDeviceInfo[]>([]);
  useEffect(() => {
    let isCurrent = true;
    const read = () => {
      navigator.mediaDevices.enumerateDevices().then(
        (found) => isCurrent && setDevices(found),
        () => isCurrent && setDevices([]),
      );
    };
    read();
    navigator.mediaDevices.addEventListener('devicechange', read);
    return () => {
      isCurrent = false;
      navigator.mediaDevices.removeEventListener('devicechange', read);
    };
  }, []);
  return devices;
}
