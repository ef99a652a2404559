import type { MacroTexts } from './macro-keys.ts';

export const es: MacroTexts = {
  memo: 'Gracias por escribirnos. Su depósito de {field.asset} llegó a nuestra dirección sin el memo o la etiqueta de destino que indica a quién pertenece, por lo que no se acreditó automáticamente. Envíenos, por favor, el TXID, el memo que aparece en su página de depósito y una captura de la transferencia en la billetera de origen. Con esos datos comprobaremos si se le puede asignar y le informaremos aquí.',
  deposit:
    'Un depósito se acredita cuando la red lo ha confirmado las veces necesarias; cuántas son aparece en su página de depósito. Envíeme, por favor, el TXID, la red y el importe. Comprobaré si nos ha llegado y le diré qué está pendiente.',
  wrong_network:
    'Parece que la transferencia se envió por una red distinta a la de su dirección de depósito. Envíenos, por favor, el TXID, la red que eligió en la otra billetera y la dirección de destino. Que se pueda recuperar depende del activo y de la red, así que no puedo prometerlo antes de que lo revisen nuestros especialistas. Por favor, no envíe nada más a esa dirección.',
  review:
    'Su retiro está en revisión: es un control de seguridad antes de que salga, y sus fondos siguen a nombre de su cuenta. No tiene que hacer nada, salvo que se lo pidamos aquí. No puedo acortar la revisión, pero le escribiré en cuanto haya un resultado. Su caso es el #{ticket.number}.',
  kyc: 'No hemos podido aceptar los documentos tal como están. Envíelos de nuevo, por favor, teniendo en cuenta lo siguiente: original vigente, no una copia; las cuatro esquinas visibles; imagen nítida, sin reflejos ni ediciones; nombre y fecha de nacimiento como en su cuenta. Súbalos solo en la página de verificación; no los envíe por este chat.',
  stolen:
    'Primero protejamos su cuenta. 1. Cambie la contraseña de la cuenta y la de su correo desde un dispositivo de confianza. 2. Cierre la sesión en los demás dispositivos y elimine las claves API que no reconozca. 3. No responda a quien le contacte por este asunto por otra vía: nunca pedimos su contraseña, códigos ni frase de recuperación. Después, dígame cuándo lo notó, qué operaciones no hizo usted y los TXID. Nuestro equipo de seguridad está revisando el caso #{ticket.number}.',
  two_factor:
    'Lamento que no pueda acceder a sus códigos. Para restablecer la verificación en dos pasos hay que demostrar que la cuenta es suya, y solo puede hacerlo nuestro equipo de seguridad. En la página de inicio de sesión elija «No puedo usar mi código» y siga los pasos. Por su seguridad, los retiros pueden quedar limitados un tiempo después. No comparta sus códigos ni su frase de recuperación con nadie, tampoco con nosotros.',
  p2p: 'Hemos recibido su apelación de la orden {field.order_id}. Envíenos, por favor, el comprobante del banco o servicio de pago con fecha, importe y ambos nombres, y lo que le escribió la otra parte. Hasta que se decida, no cancele la orden ni libere los activos si el dinero no ha llegado realmente a su cuenta. Escuchamos a las dos partes antes de decidir.',
  api: 'Envíeme, por favor, el código y el mensaje de error completos, el endpoint y la hora de una solicitud (UTC). Mientras tanto, compruebe que la clave tenga el permiso necesario y no haya caducado; que la dirección de su servidor esté entre las permitidas; que su reloj sea correcto, y que los parámetros se firmen en el orden que indica la referencia de la API. No nos envíe nunca la clave secreta: si alguien la ha visto, elimínela y cree otra.',
  fiat: 'Envíenos, por favor, el comprobante bancario de la transferencia con fecha, importe, moneda, concepto y nombre del titular. Las transferencias solo se acreditan si ese nombre coincide con el de su cuenta. Con el comprobante, nuestro equipo de pagos podrá buscarla; los bancos pueden tardar algunos días hábiles en responder, y le escribiré aquí en cuanto lo hagan.',
  liquidation:
    'Entiendo que una liquidación es difícil de aceptar. Las posiciones se liquidan según el precio de marca, no según el último precio negociado, cuando el margen cae por debajo de lo exigido. Indíqueme, por favor, el contrato y la hora de la liquidación. Revisaré con usted el registro: precio de marca, margen y los pasos siguientes.',
  solved:
    'Me alegra que hayamos podido resolverlo. Marco su caso #{ticket.number} como resuelto. Si queda algo pendiente, responda aquí mismo y seguiremos donde lo dejamos. {agent.name}',
};
