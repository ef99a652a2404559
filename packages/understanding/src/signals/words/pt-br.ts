import type { SignalWords } from '../signal.ts';

export const portuguese: SignalWords = {
  civil:
    'por favor|pfv|pf|quero|preciso|preciso de|um|uma|oi|olá|obrigado|obrigada|agora|com|o|a|me|urgente|já|rápido|falar com|pra mim|aí',
  people: 'atendente|humano|pessoa|operador|suporte|agente|supervisor|alguém|gerente',
  wants_person: {
    says: `falar com o atendimento|atendimento personalizado|tem atendente|me passa com|me passe para|chat ao vivo|telefone para ligar|respostas automáticas|=humano|=atendente|=pessoa|=operador|=operadora|=suporte|=agente|=atendimento humano|=pessoa real|=atendimento|=supervisor|=gerente|=sac|=alguém|falar com…atendente|falar com…pessoa|falar com…humano|falar com…alguém|falar com alguém|falar com…suporte|falar com…agente|falar com…operador|falar com…gerente|falar com…supervisor|falar com gente|conversar com…pessoa|conversar com…atendente|conversar com…humano|conversar com alguém|me passa…atendente|me passa pra|me passa para|me transfere|me transfira|transferir para…atendente|transfere para|me conecta|me conecte|chama…atendente|chamar…atendente|chama um humano|chama alguém|quero…atendente|quero…humano|quero uma pessoa|quero um agente|preciso…atendente|preciso…humano|preciso de uma pessoa|atendente por favor|atendente humano|atendente real|atendimento humano|pessoa de verdade|pessoa real|humano de verdade|gente de verdade|ser humano|não quero…robô|não quero…bot|não quero…máquina|não com robô|chega de robô|chega de bot|sem robô|odeio…robô|odeio…bot|você é um robô|você é robô|você é um bot|é um robô|é robô|você é humano|você é real|tem alguém aí|tem alguém ai|alguém aí|alguém pode me atender|alguém me atende|me liga|me liguem|podem me ligar`,
    unless: `não preciso…atendente|não preciso…humano|não preciso falar|não quero falar com…pessoa|não quero falar com…atendente|não quero…humano|não quero…atendente|não precisa…atendente|falei com…atendente|já falei com|atendente falso|falso atendente|o atendente disse|erro humano|robô de trading|bot de trade|não sou um robô|não sou robô|sou humano|sou uma pessoa real`,
  },
  account_stolen: {
    says: `saque que eu não fiz|que eu não fiz|login de outro país|login em outro|dispositivo que não conheço|endereço que não conheço|sumiram minhas moedas|sumiu tudo da minha conta|outra pessoa entrou|outra pessoa está usando|furto|não era eu|hackearam|fui hackeado|fui hackeada|hackeada|hackeado|conta invadida|invadiram|invadida|hacker|hackers|roubaram|fui roubado|fui roubada|conta roubada|me roubaram|roubo da conta|esvaziaram|limparam minha conta|limparam tudo|alguém entrou|alguém acessou|alguém sacou|alguém retirou|alguém mudou|alguém trocou|alguém usou|alguém está usando|entraram na minha conta|acessaram minha conta|sacaram meu|sacaram tudo|sacaram sem|mudaram minha senha|trocaram minha senha|mudaram meu e-mail|trocaram meu e-mail|não fui eu|não fiz…saque|não fiz esse|não fiz essa|não fiz este|não realizei…saque|não autorizei|sem minha autorização|sem meu consentimento|não autorizado|não autorizada|não reconheço|acesso não autorizado|dispositivo desconhecido|login desconhecido|clonaram meu|chip clonado|caí em phishing|saque que não fiz|saque desconhecido`,
    unless: `roubaram meu celular|roubaram o celular|roubaram meu telefone|roubaram minha carteira|roubaram minha bolsa|não fui hackeado|se eu for hackeado|se hackearem|evitar hackers|proteger de hackers|já foi hackeada|foi hackeada alguma vez|a corretora…hackeada|se roubarem|se me roubarem|roubaram meu celular o que`,
  },
  complaint: {
    says: `reclamação formal|registrar uma reclamação|registrar reclamação|abrir uma reclamação|abrir reclamação|fazer uma reclamação|fazer reclamação|quero reclamar|reclame aqui|reclameaqui|procon|vou processar|processar vocês|processo judicial|entrar na justiça|na justiça|advogado|advogada|advogados|ação judicial|medidas judiciais|medidas legais|medidas cabíveis|juizado|pequenas causas|tribunal|polícia|delegacia|boletim de ocorrência|b.o.|ministério público|banco central|bacen|cvm|denúncia|denunciar|vou denunciar|ouvidoria|consumidor.gov|defesa do consumidor|órgão regulador`,
    unless: `não é uma reclamação|não é reclamação|sem reclamações|não quero reclamar|nada a reclamar|qual órgão regulador|não vou processar|banco central cortou`,
  },
  self_harm: {
    says: `me matar|vou me matar|quero me matar|suicídio|suicidar|me suicidar|tirar minha vida|tirar a minha vida|acabar com minha vida|acabar com a minha vida|quero morrer|vontade de morrer|não quero mais viver|não quero viver|não aguento mais viver|sem vontade de viver|não vale a pena viver|não tem sentido viver|melhor morrer|melhor eu morrer|me jogar da|me jogar do|me jogo da|me enforcar|cortar os pulsos|me machucar de propósito|me cortar`,
    unless: `morrer de rir|quero morrer de rir|morrer de vergonha|quero morrer de|suicídio financeiro|esquadrão suicida|me matar de rir`,
  },
  distress: {
    says: `tenho # anos|# anos de idade|todas as minhas economias|minhas economias de|economias da vida|economias de uma vida|todo o meu dinheiro|todo meu dinheiro|tudo que eu tinha|tudo o que eu tinha|tudo que tenho|perdi tudo|aposentado|aposentada|aposentadoria|minha pensão|idoso|idosa|tenho 70|tenho 75|tenho 80|não consigo pagar|não tenho como pagar|pagar o aluguel|aluguel|não tenho o que comer|comprar comida|dinheiro da comida|leite das crianças|cirurgia|hospital|internado|internada|remédio|remédios|tratamento da|meu filho doente|meu filho está doente|minha mãe está doente|minha mãe doente|deficiente|mãe solteira|perdi meu emprego|perdi o emprego|desempregado|desempregada|endividado|endividada|dívidas|peguei emprestado|fiz um empréstimo|peguei empréstimo|agiota|desesperado|desesperada|desespero|depressão|deprimido|deprimida|não consigo dormir|não durmo|chorando|só choro|imploro|eu imploro|pelo amor de deus|estou arruinado|falido|falida|fiquei sem nada|viciado em jogo|vício em jogo`,
    unless: `chorando de rir|sacar todo o meu dinheiro|sacar todo meu dinheiro|transferir todo meu dinheiro|empréstimo cripto|grande depressão|conta poupança`,
  },
  angry: {
    says: `golpistas|bando de ladrões|ladrões|ladroes|vigaristas|estelionatários|picaretas|isso é golpe|isso é um golpe|é um golpe|mentirosos|merda|uma merda|porra|caralho|puta que pariu|pqp|fdp|filhos da puta|filho da puta|vsf|vai se foder|vão se foder|foda-se|cacete|desgraça|desgraçados|idiotas|idiota|imbecis|imbecil|burros|burro|otários|lixo|um lixo|bosta|inúteis|inútil|incompetentes|incompetência|péssimo|péssima|horrível|pior corretora|a pior|o pior atendimento|vergonha|uma vergonha|vergonhoso|absurdo|um absurdo|inaceitável|palhaçada|palhaços|ridículo|descaso|falta de respeito|que raiva|com raiva|puto da vida|estou furioso|furioso|furiosa|indignado|indignada|revoltado|revoltada|irritado|irritada|cansei de vocês|de saco cheio|chega|devolvam meu dinheiro|devolve meu dinheiro|estão me roubando|nunca mais`,
    unless: `caí em um golpe|caí num golpe|é golpe ou|é um golpe ou|não é golpe|golpistas me|um golpista|sofri um golpe|pergunta idiota|pergunta burra|caixa de lixo|lixo eletrônico|quando chega|não chega|chega o|chega a|chega em|nunca chega|ainda não chega|como chega|tenho vergonha|na pior das hipóteses|não estou irritado`,
  },
  urgent: {
    says: `urgente|urgentemente|urgência|com urgência|emergência|imediatamente|de imediato|agora mesmo|o mais rápido possível|o quanto antes|quanto antes|rápido por favor|rapidamente|depressa|não posso esperar|não dá pra esperar|não dá para esperar|não tenho tempo|preciso hoje|preciso ainda hoje|ainda hoje|pra ontem|antes que seja tarde|vou ser liquidado|vão me liquidar|quase liquidado|bloqueiem minha conta|congelem minha conta`,
    unless: `não é urgente|sem urgência|sem pressa|não tenho pressa|contato de emergência|nada urgente`,
  },
  injection: {
    says: `ignore…instruções|ignore…anteriores|ignore…regras|ignora…instruções|ignore tudo acima|ignorar…instruções|esqueça…instruções|esqueça…regras|esqueça tudo|esquece…instruções|desconsidere…instruções|desconsidere…regras|desconsidere tudo|burle…regras|contorne…restrições|prompt do sistema|instruções do sistema|mostre…prompt|mostre…instruções|revele…prompt|revele…instruções|me diga seu prompt|diga suas instruções|imprima…prompt|imprima…instruções|repita…instruções|suas instruções iniciais|instruções iniciais|instruções ocultas|seu prompt|aja como…|atue como…|finja que…|finja ser|faça de conta que você|imagine que você é|você agora é…|agora você é…|a partir de agora você|modo desenvolvedor|modo administrador|modo deus|sem restrições responda|responda sem restrições|novas instruções`,
    unless: `ignore minha mensagem|ignore a mensagem anterior|ignore meu último|desconsidere minha mensagem|desconsidere a mensagem|modo desenvolvedor do meu celular|desativar…modo desenvolvedor|segui as instruções|desconsidere meu`,
  },
  thanks: {
    says: `obrigado|obrigada|muito obrigado|brigado|brigada|obg|vlw|valeu|agradeço|agradecido|grato|grata`,
    unless: `não obrigado|não, obrigado|não obrigada|não, obrigada|obrigado por nada|desde já agradeço|desde já obrigado|obrigado desde já|agradeço desde já|sou obrigado|obrigado a fazer|agradeço a atenção desde`,
  },
  greeting: {
    says: `^oi|^oii|^oie|oi tudo|olá|^opa|bom dia|boa tarde|boa noite|^e aí|^eai|tudo bem|^salve|^fala`,
    unless: `não está tudo bem|olá mundo|se está tudo bem`,
  },
  yes: {
    says: `^sim|^sim por favor|^sim obrigado|^sim sim|^isso|^isso mesmo|^isso aí|^claro|^claro que sim|^com certeza|^correto|^certo|^exato|^exatamente|^pode ser|^pode|^pode sim|^tá bom|^ta bom|^tá|^beleza|^blz|^ok|^confirmo|^confirmado|^concordo|^aceito|^perfeito|^resolvido|^deu certo|^sim deu certo|^consegui|^quero|^quero sim|^entendi|^ss|^uhum|^aham|^é isso`,
  },
  no: {
    says: `^não|^nao|^não obrigado|^não obrigada|^não não|^nada disso|^ainda não|^não ainda não|^não é isso|^não é esse|^não é essa|^errado|^incorreto|^negativo|^nunca|^nenhum|^nenhuma|^nenhum deles|^nenhuma delas|^não quero|^não aceito|^de jeito nenhum|^claro que não|^nem um nem outro|^nn|^não deu certo|^não fiz`,
  },
  not_helpful: {
    says: `não ajudou|não ajuda|não me ajudou|não me ajuda|não adiantou|não adianta|não resolveu|não resolve|não foi resolvido|não está resolvido|não serviu|não serve|não me serve|não é útil|não foi útil|inútil essa resposta|continua igual|continua do mesmo jeito|continua sem funcionar|continua não funcionando|ainda não funciona|não foi isso que perguntei|não é isso que perguntei|não foi o que perguntei|não perguntei isso|não é minha pergunta|não respondeu|não responde minha|não respondeu minha|você não entende|você não entendeu|não me entende|não entendeu nada|já tentei isso|já tentei|já fiz isso|já testei|mesma resposta|sempre a mesma|fica repetindo|repetindo a mesma|resposta automática|resposta pronta|copia e cola|não tem nada a ver|nada a ver|não faz sentido`,
    unless: `ajudou sim`,
  },
  not_now: {
    says: `ano passado|ha um ano|anos atras|ha anos|meses atras|ha meses|ja foi resolvid*|ja esta resolvid*|ja resolveram|ja recuperei|recuperei a conta|nao fui hackead*|nao foi hackead*|nao roubaram|na verdade fui eu|era eu mesmo|era eu mesma|fui eu mesmo|alarme falso|se me hackearem|se minha conta for|se alguem entrar|o que acontece se|caso minha conta|como proteger|como protejo|como evitar|como evito|como prevenir|medo de ser hackead*|li que|ouvi dizer`,
  },
};
