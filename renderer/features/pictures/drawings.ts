import type { ComponentType } from 'react';
import type { PictureName } from '../../../core/playbook/picture.ts';
import { BrowserWeb3, BrowserWeb5 } from './drawings/Browser.tsx';
import { ConfigTool } from './drawings/ConfigTool.tsx';
import { DeviceLabel } from './drawings/DeviceLabel.tsx';
import { DmssMore, DmssTestTool, DmssToolManager } from './drawings/Dmss.tsx';
import { Monitor4, Monitor2022, MonitorOlder } from './drawings/Monitor.tsx';
import { QrPage } from './drawings/QrPage.tsx';
import { UnlockPattern } from './drawings/UnlockPattern.tsx';

/** One drawing: what draws it, and how many numbered marks it has; `pictures:legend` has a line for each. */
export interface Drawing {
  readonly id: string;
  readonly marks: number;
  readonly Picture: ComponentType;
}

const monitorOlder: Drawing = { id: 'monitorOlder', marks: 4, Picture: MonitorOlder };
const monitor4: Drawing = { id: 'monitor4', marks: 4, Picture: Monitor4 };
const monitor2022: Drawing = { id: 'monitor2022', marks: 4, Picture: Monitor2022 };
const browserWeb3: Drawing = { id: 'browserWeb3', marks: 3, Picture: BrowserWeb3 };
const browserWeb5: Drawing = { id: 'browserWeb5', marks: 3, Picture: BrowserWeb5 };

/** What is shown for each name that a playbook can give. Several are looks of the same place, to be compared. */
export const drawingsOf: Readonly<Record<PictureName, readonly [Drawing, ...Drawing[]]>> = {
  monitor: [monitor2022, monitor4, monitorOlder],
  monitorOlder: [monitorOlder],
  monitor4: [monitor4],
  monitor2022: [monitor2022],
  browser: [browserWeb5, browserWeb3],
  browserWeb3: [browserWeb3],
  browserWeb5: [browserWeb5],
  unlockPattern: [{ id: 'unlockPattern', marks: 2, Picture: UnlockPattern }],
  qrPage: [{ id: 'qrPage', marks: 4, Picture: QrPage }],
  dmss: [
    { id: 'dmssToolManager', marks: 4, Picture: DmssToolManager },
    { id: 'dmssTestTool', marks: 4, Picture: DmssTestTool },
  ],
  dmssOlder: [
    { id: 'dmssTestTool', marks: 4, Picture: DmssTestTool },
    { id: 'dmssMore', marks: 3, Picture: DmssMore },
  ],
  labelSerial: [{ id: 'labelSerial', marks: 3, Picture: DeviceLabel }],
  configTool: [{ id: 'configTool', marks: 3, Picture: ConfigTool }],
};
