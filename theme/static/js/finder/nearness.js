// Where distances are measured from: nowhere, a county's seat, or the device.

/** Calls `choose(point or null)` when another place is chosen in `select`, and `refused()` after it where the device tells none. */
export function attachNearness(select, { choose, refused }) {
  const refuse = () => {
    select.value = '';
    choose(null);
    refused();
  };
  select.addEventListener('change', () => {
    if (select.value !== 'device') {
      const [latitude, longitude] = select.value.split(',').map(Number);
      choose(select.value ? { latitude, longitude } : null);
    } else if (!navigator.geolocation) refuse();
    else {
      // Asked only here, when a person chose it; the place never leaves the device.
      const found = ({ coords }) => choose({ latitude: coords.latitude, longitude: coords.longitude });
      navigator.geolocation.getCurrentPosition(found, refuse, { maximumAge: 600000, timeout: 15000 });
    }
  });
}
