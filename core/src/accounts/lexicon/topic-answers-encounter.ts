/** Times that are told of help, of calls and of news to a family: at once, or late. */
const prompt =
  'at_once right_away immediately promptly instantly instantaneous* without_delay straight_away within_(seconds|moments|a_minute|minutes|one|two|three) first_thing_they de_inmediato inmediatamente enseguida en_seguida al_instante'
const late =
  '(not|never|nobody|no_one|only)+until #_(minutes|hours|minutos|horas) (ten|fifteen|twenty|thirty|forty|fifty|sixty|ninety|several|many)_minutes (two|three|four|five|six|seven|eight)_hours half_an_hour an_hour hours (minutes|hours)_later too_late delay* was_late came_late tard* demor* media_hora una_hora horas minutos_despues never_came nobody_came never_(called|told|notified|contacted) not_(called|told|notified|contacted)'

/** Answers to the topics of `topics-encounter.ts`, `topics-persons.ts` and some older ones; how they are written stands in `topic-answers.ts`. */
export const encounterAnswers: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'wait for help': { prompt, late },
  nurse: { prompt, late },
  'family told': { prompt, late },
  'ambulance called': { prompt, late },
  'how soon help came': { prompt, late },
  'first aid': { prompt, late },
  'toy or real': {
    toy: 'toy replica imitation fake airsoft bb_gun pellet* prop plastic foam juguete imitacion de_agua',
    real: 'real_(gun|firearm|weapon|one) genuine authentic functional working_order was_loaded live_(round*|ammunition) de_verdad autentic* cargad*',
  },
  'gun or not': {
    armed: 'armed_with was_armed iba_armad* portaba carrying_a had_a_(gun|pistol|handgun|firearm|rifle)',
    unarmed: 'unarmed not_armed no_(gun|weapon|firearm) desarmad*',
  },
  'facing away': {
    away: 'from_behind in_the_back back_(to|was|turned) turned_away walking_away running_away de_espaldas por_la_espalda',
    toward:
      'facing_(the|him|her|them|officers|us) head-on squarely faced_(the|him|them) de_frente in_the_chest',
  },
  'came at somebody': {
    toward:
      'lung* charg*_(at|toward*|him|her|them) came_(at|toward*|straight) coming_(at|toward*) kept_coming rushed advanc* swung_at ran_at abalanz* se_lanz* arremet*',
    away: 'backed_(away|up) backing_(away|up) step*_back walk*_away turned_away retreat* retroced* alej*',
    still:
      'stood_(still|his_ground|her_ground|there) standing_still never_(moved|advanced|lunged|charged) did_not_(lunge|charge|advance|move) sitting quiet*',
  },
  'way in': {
    forced:
      'ram rammed forc* kick* smash* broke* break* breach* burst splinter* crowbar derrib* tumb* revent* patad* ariete',
    opened:
      'opened_(the|it|and) let_(them|us|him|her)_in with_a_key passkey master_key unlocked ajar buzzed abri* abrio entornada',
    window: 'climb*+window through_(the|a)_window por_la_ventana',
  },
  'knocked or not': {
    knocked: 'knocked pounded banged hammered rapped thumped rang tocaron llamaron_a golpearon aporre*',
    silent: 'no-knock without_(knocking|ringing) never_knocked did_not_knock no_knock sin_llamar sin_tocar',
  },
  'asked in or searched': {
    agreed: 'consented gave_(consent|permission) agreed nothing_to_hide go_ahead allowed consinti* acepto',
    refused:
      'refus* without_(consent|permission|a_warrant|asking) no_consent did_not_consent never_(agreed|consented) neg*_a sin_permiso',
  },
  'homicide or accident': {
    homicide: 'homicide murder* unlawful_killing hands_of_another execut* homicidio asesin*',
    accident: 'accident* misadventure mishap unintentional* unintended accidente accidental*',
    natural: 'natural_causes natural_death muerte_natural causas_naturales natural',
    undetermined: 'undetermined pending open_verdict sin_determinar indeterminad*',
  },
  'mood of the crowd': {
    peaceful:
      'peaceful* calm singing sang prayed candles orderly nonviolent non-violent good-natured pacific* tranquil*',
    hostile:
      'hostile angry mob unruly menac* pelted rain*_down threw hurled spat riot* violent* hostil* violent* lanz*',
  },
  'criminal record': {
    none: 'no_(criminal|record|convictions|priors|arrests) never_(been|in_trouble) clean_record sin_antecedentes',
    some: 'convict* felon* parole prior_arrest* arrested_(before|for|in|twice) served_time rap_sheet condenad* antecedentes_por',
  },
  'officer record': {
    clean:
      'spotless unblemished clean_(record|file) exemplary first_(complaint|use|shooting) no_(prior|previous|complaints|sustained) never_(fired|drawn|been) impecable sin_quejas',
    prior:
      '(prior|previous|earlier|past|sustained|#)_(complaint*|use*|shooting*|incident*|discipline) complaints grievances reprimand* suspended_(before|in|for) not_the_first second_time quejas',
  },
  'light or dark': {
    dark: 'dark pitch unlit no_(moon|light|lights) poorly_lit poorly-lit lights_(were|was)_(out|off) gloom* oscur* a_oscuras',
    lit: 'daylight well-lit well_lit brightly_lit floodlit bright_sun* noon_sun pleno_dia iluminad*',
  },
  'seen well or not': {
    clear:
      'clear_view unobstructed plain_(sight|view) full_view saw_(everything|it_all) right_in_front front-row perfectamente delante_de_mis',
    blocked:
      "blocked obstruct* couldn't_see could_not_see saw_nothing tinted view_blocked view_was_blocked tapaba no_(veia|se_veia)",
  },
  'weapon found or not': {
    none: 'no_(gun|weapon|knife|firearm) never_found not_found nothing_was_found ningun_arma ningun*_arma no_(habia|aparecio)',
    found:
      '(found|recovered|located|seized)_(a|the|his|her|one|at|in|near|beside|under|from) was_(found|recovered|located) hallaron encontraron recuperaron',
  },
  'disability or illness': {
    ill: 'heart_(condition|disease|problem*) asthma* diabet* epilep* medical_condition underlying chronic pre-existing preexisting seizure* padec*',
    well: 'healthy no_(illness|condition|medical|pre-existing) perfect_health good_health strong_as fit_as sano sana',
  },
  'did as told': {
    obeyed:
      'complied complying cooperated cooperating obeyed followed+(order*|instruction*|command*) did_(as|what|everything) went_along obedecio colabor* hizo_todo',
    refused:
      "refused ignored defied disobey* failed_to uncooperative non-compliance noncompliance did_not_(comply|obey) didn't_(comply|obey) wouldn't no_hizo_caso desobedec* se_nego",
  },
  'in command': {
    there:
      'was_(present|there|in_charge|in_command) approved ordered gave_the_order oversaw directed al_mando dio_la_orden',
    none: 'no_(sergeant|supervisor|lieutenant|one_was_in) nobody_(was_in|above) not_on_scene off_that ningun_(mando|superior)',
  },
  'sound on the recording': {
    none: 'no_(sound|audio) without_(sound|audio) muted mute inaudible silent sin_(sonido|audio)',
    sound: 'can_be_heard is_heard audio_(captures|picks|shows) se_(oye|escucha)',
  },
}
