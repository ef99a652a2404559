import { render } from 'preact';
import './style/theme.css';
import './style/controls.css';
import './style/market.css';
import './style/trading.css';
// Last: it decides what is shown on which screen.
import './style/layout.css';
import './style/phone.css';

/** Each page is loaded with what it shows: a phone needs no charts. */
async function pageOf(path: string): Promise<() => preact.JSX.Element> {
  if (path.endsWith('/facebook')) return (await import('./facebook/facebook-page.tsx')).FacebookPage;
  if (path.endsWith('/wechat')) return (await import('./wechat/wechat-page.tsx')).WechatPage;
  if (path.endsWith('/x')) return (await import('./x/x-page.tsx')).XPage;
  if (path.endsWith('/desk')) return (await import('./desk/desk-page.tsx')).DeskPage;
  if (path.endsWith('/telegram')) return (await import('./phone/phone.tsx')).Phone;
  return (await import('./app.tsx')).App;
}

const root = document.getElementById('root');
const Page = await pageOf(location.pathname.replace(/\/+$/, ''));
if (root) render(<Page />, root);
