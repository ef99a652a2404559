import type { MacroTexts } from './macro-keys.ts';

export const en: MacroTexts = {
  memo: 'Thank you for writing. Your {field.asset} deposit reached our address without the memo or destination tag that tells us whose it is, so it was not credited by itself. Please send the TXID, the memo shown on your deposit page, and a screenshot of the transfer in the wallet you sent from. With these we can check whether it can be assigned to you, and we will tell you here what we found.',
  deposit:
    'A deposit is credited once the network has confirmed it often enough; how many confirmations it takes is on your deposit page. Please send me the TXID, the network and the amount. I will check whether it has reached us and tell you what it is waiting for.',
  wrong_network:
    'It seems that the transfer was sent on another network than the one of your deposit address. Please send the TXID, the network you chose in the other wallet, and the address you sent to. Whether it can be recovered depends on the asset and the network, so I cannot promise it before our specialists have looked. Please do not send anything more to that address.',
  review:
    'Your withdrawal is being reviewed; this is a security check before it leaves, and your funds stay in your account’s name. You do not need to do anything unless we ask you here. I cannot shorten the review, but I will write as soon as there is a result. Your ticket is #{ticket.number}.',
  fee: 'A withdrawal of USDT on TRC20 costs 1 USDT, however much you send. The fee is taken from the amount, so what arrives is the amount less the fee. The withdrawal page shows it before you confirm.',
  kyc: 'Your documents could not be accepted as they are. Please send them again with these points in mind: a valid original, no copy; all four corners in the picture; sharp, without glare and unedited; name and date of birth as in your account. Upload them on the verification page only, please do not send them in this chat.',
  stolen:
    'Let us secure your account first. 1. Change your password, and that of your e-mail, from a device you trust. 2. Sign out all other devices and delete API keys you do not know. 3. Do not answer anybody who contacts you about this elsewhere: we never ask for your password, codes or recovery phrase. Then please tell me when you noticed it, what you did not do yourself, and the TXIDs. Our security team is looking at ticket #{ticket.number}.',
  two_factor:
    'I am sorry that you cannot reach your codes. Resetting two-step verification needs proof that the account is yours, and only our security team can do it. Please begin on the sign-in page with “Cannot use my code”, and follow the steps there. For your safety withdrawals may be held for some time afterwards. Please never send anybody your codes or recovery phrase, us included.',
  p2p: 'We have your appeal for order {field.order_id}. Please send: the receipt of your bank or payment service with date, amount and both names; and what the other side wrote to you. Until it is decided, please do not cancel the order, and do not release the assets unless the money has really arrived in your account. We hear both sides before we decide.',
  api: 'Please send me the full error code and message, the endpoint, and the time of one request (UTC). Meanwhile please check: the key has the permission it needs and has not expired; your server’s address is among the allowed ones; its clock is right; and the parameters are signed in the order that the API reference gives. Never send us the secret key: if it has been shown to anybody, delete it and create a new one.',
  fiat: 'Please send the bank’s receipt of the transfer with date, amount, currency, reference and the name of the account holder. Transfers are credited only if that name is the one on your account here. With the receipt our payments team can look for it; banks may take some working days to answer, and I will write here as soon as they have.',
  liquidation:
    'I understand that a liquidation is hard to take. Positions are liquidated by the mark price, not by the last traded price, once the margin falls below what is required. Please send me the contract and the time of the liquidation. I will go through the record with you: mark price, margin and the steps that followed.',
  solved:
    'I am glad that we could settle this. I am marking your ticket #{ticket.number} as solved. If anything is still open, just write here and it continues where we stopped. {agent.name}',
};
