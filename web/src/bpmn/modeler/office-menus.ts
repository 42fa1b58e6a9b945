type Entries = Record<string, { label?: string }>;
type Popup = { registerProvider: (menu: string, priority: number, provider: OfficeMenus) => void };

/**
 * What Zeebe 8.5 does not run, or the office's rules refuse: offered, it would only lead to a finding. Drawings that have it keep it, and say so below
 * „Hinweise“. By the ids of the library's own entries.
 */
const unused =
  /(?:transaction|ad-?hoc|compensat|cancel|conditional|complex|send-task|receive-task|manual-task|loop|data-(?:object|store)|link-|inclusive)/i;

/** Leaves out of the menus what nobody here can use. */
class OfficeMenus {
  static $inject = ['popupMenu'];

  constructor(popup: Popup) {
    for (const menu of ['bpmn-create', 'bpmn-append', 'bpmn-replace']) popup.registerProvider(menu, 100, this);
  }

  getPopupMenuEntries() {
    return (entries: Entries): Entries => Object.fromEntries(Object.entries(entries).filter(([id]) => !unused.test(id)));
  }
}

export const officeMenusModule = { __init__: ['lotseMenus'], lotseMenus: ['type', OfficeMenus] };
