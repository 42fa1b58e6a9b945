import { useEffect, useState } from 'preact/hooks';

/** Whether the part with this headline has come into sight since there is something in it: what nobody has looked at is not done. */
export const useLooked = (headline: string, filled: boolean): boolean => {
  const [looked, setLooked] = useState(false);
  useEffect(() => {
    const title = document.getElementById(headline);
    if (!filled || looked || !title) return;
    const observer = new IntersectionObserver((entries) => entries.some((each) => each.isIntersecting) && setLooked(true), {
      // Not yet where it only just peeps out at the lower edge.
      rootMargin: '0px 0px -30% 0px',
    });
    observer.observe(title);
    return () => observer.disconnect();
  }, [headline, filled, looked]);
  return looked;
};
