import type { MacroTexts } from './macro-keys.ts';

export const es: MacroTexts = {
  memo: 'Gracias por escribirnos. Tu depósito de {field.asset} llegó a nuestra dirección sin el memo o la etiqueta de destino que indica a quién pertenece, por lo que no se acreditó automáticamente. Envíanos, por favor, el TXID, el memo que aparece en tu página de depósito y una captura de la transferencia en la billetera de origen. Con esos datos comprobaremos si se te puede asignar y te informaremos aquí.',
  deposit:
    'Un depósito se acredita cuando la red lo ha confirmado las veces necesarias; cuántas son aparece en tu página de depósito. Envíame, por favor, el TXID, la red y la cantidad. Comprobaré si nos ha llegado y te diré qué está pendiente.',
  wrong_network:
    'Parece que la transferencia se envió por una red distinta a la de tu dirección de depósito. Envíanos, por favor, el TXID, la red que elegiste en la otra billetera y la dirección de destino. Que se pueda recuperar depende del activo y de la red, así que no puedo prometerlo antes de que lo revisen nuestros especialistas. Por favor, no envíes nada más a esa dirección.',
  review:
    'Tu retiro está en revisión: es un control de seguridad antes de que salga, y tus fondos siguen a nombre de tu cuenta. No tienes que hacer nada, salvo que te lo pidamos aquí. No puedo acortar la revisión, pero te escribiré en cuanto haya un resultado. Tu caso es el #{ticket.number}.',
  fee: 'Retirar USDT por TRC20 cuesta 1 USDT, sea cual sea la cantidad. La comisión se descuenta de la cantidad, así que llega la cantidad menos la comisión. La página de retiro la muestra antes de confirmar.',
  kyc: 'No hemos podido aceptar los documentos tal como están. Envíalos de nuevo, por favor, teniendo en cuenta lo siguiente: original vigente, no una copia; las cuatro esquinas visibles; imagen nítida, sin reflejos ni ediciones; nombre y fecha de nacimiento como en tu cuenta. Súbelos solo en la página de verificación; no los envíes por este chat.',
  stolen:
    'Primero protejamos tu cuenta. 1. Cambia la contraseña de la cuenta y la de tu correo desde un dispositivo de confianza. 2. Cierra la sesión en los demás dispositivos y elimina las claves API que no reconozcas. 3. No respondas a quien te contacte por este asunto por otra vía: nunca pedimos tu contraseña, códigos ni frase semilla. Después, dime cuándo lo notaste, qué operaciones no hiciste tú y los TXID. Nuestro equipo de seguridad está revisando el caso #{ticket.number}.',
  two_factor:
    'Lamento que no puedas acceder a tus códigos. Para restablecer la autenticación en dos pasos hay que demostrar que la cuenta es tuya, y solo puede hacerlo nuestro equipo de seguridad. En la página de inicio de sesión elige «No puedo usar mi código» y sigue los pasos. Por tu seguridad, los retiros pueden quedar limitados un tiempo después. No compartas tus códigos ni tu frase semilla con nadie, tampoco con nosotros.',
  p2p: 'Hemos recibido tu apelación de la orden {field.order_id}. Envíanos, por favor, el comprobante del banco o servicio de pago con fecha, importe y ambos nombres, y lo que te escribió la otra parte. Hasta que se decida, no canceles la orden ni liberes los activos si el dinero no ha llegado realmente a tu cuenta. Escuchamos a las dos partes antes de decidir.',
  api: 'Envíame, por favor, el código y el mensaje de error completos, el endpoint y la hora de una solicitud (UTC). Mientras tanto, comprueba que la clave tenga el permiso necesario y no haya caducado; que la dirección de tu servidor esté entre las permitidas; que tu reloj sea correcto, y que los parámetros se firmen en el orden que indica la referencia de la API. No nos envíes nunca la clave secreta: si alguien la ha visto, elimínala y crea otra.',
  fiat: 'Envíanos, por favor, el comprobante bancario de la transferencia con fecha, importe, moneda, concepto y nombre del titular. Las transferencias solo se acreditan si ese nombre coincide con el de tu cuenta. Con el comprobante, nuestro equipo de pagos podrá buscarla; los bancos pueden tardar algunos días hábiles en responder, y te escribiré aquí en cuanto lo hagan.',
  liquidation:
    'Entiendo que una liquidación es difícil de aceptar. Las posiciones se liquidan según el precio de marca, no según el último precio negociado, cuando el margen cae por debajo de lo exigido. Indícame, por favor, el contrato y la hora de la liquidación. Revisaré contigo el registro: precio de marca, margen y los pasos siguientes.',
  solved:
    'Me alegra que hayamos podido resolverlo. Marco tu caso #{ticket.number} como resuelto. Si queda algo pendiente, responde aquí mismo y seguiremos donde lo dejamos. {agent.name}',
};
