// The papers and standards behind the terms, each digital object identifier looked up.

export const sources = {
  austin: 'Austin, Stat Med 2009;28:3083–3107. doi 10.1002/sim.3697',
  grim: 'Brown and Heathers, Soc Psychol Personal Sci 2017;8:363–369. doi 10.1177/1948550616673876',
  statcheck:
    'Nuijten and others, Behav Res Methods 2016;48:1205–1226. doi 10.3758/s13428-015-0664-2',
  pFromInterval: 'Altman and Bland, BMJ 2011;343:d2304. doi 10.1136/bmj.d2304',
  hyndmanFan: 'Hyndman and Fan, Am Stat 1996;50:361–365. doi 10.1080/00031305.1996.10473566',
  wilcoxon:
    'Wilcoxon, Biometrics Bull 1945;1:80–83. doi 10.2307/3001968; Kruskal and Wallis, J Am Stat Assoc 1952;47:583–621. doi 10.1080/01621459.1952.10483441',
  welch: 'Welch, Biometrika 1938;29:350–362. doi 10.1093/biomet/29.3-4.350',
  recist: 'Eisenhauer and others, Eur J Cancer 2009;45:228–247. doi 10.1016/j.ejca.2008.10.026',
  ohorodnyk: 'Ohorodnyk and others, Eur J Cancer 2009;45:2249–2252. doi 10.1016/j.ejca.2009.05.033',
  garnett:
    'Garnett and others, Breast Cancer Res Treat 2013;138:149–155. doi 10.1007/s10549-012-2395-8',
  neyman: 'Neyman, Philos Trans R Soc A 1937;236:333–380. doi 10.1098/rsta.1937.0005',
  asa: 'Wasserstein and Lazar, Am Stat 2016;70:129–133. doi 10.1080/00031305.2016.1154108',
  clopperPearson: 'Clopper and Pearson, Biometrika 1934;26:404–413. doi 10.1093/biomet/26.4.404',
  wilson: 'Wilson, J Am Stat Assoc 1927;22:209–212. doi 10.1080/01621459.1927.10502953',
  newcombe:
    'Newcombe, Stat Med 1998;17:873–890. doi 10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I',
  katz: 'Katz and others, Biometrics 1978;34:469–474. doi 10.2307/2530610',
  woolf: 'Woolf, Ann Hum Genet 1955;19:251–253. doi 10.1111/j.1469-1809.1955.tb01348.x',
  pearson: 'Pearson, Philos Mag 1900;50:157–175. doi 10.1080/14786440009463897',
  yates: 'Yates, Suppl J R Stat Soc 1934;1:217–235. doi 10.2307/2983604',
  fisher: 'Fisher, J R Stat Soc 1935;98:39–54. doi 10.2307/2342435',
  mehta: 'Mehta and others, J Am Stat Assoc 1985;80:969–973. doi 10.1080/01621459.1985.10478212',
  cohen: 'Cohen, Educ Psychol Meas 1960;20:37–46. doi 10.1177/001316446002000104',
  cochran: 'Cochran, Biometrics 1954;10:417–451. doi 10.2307/3001616',
  fda: 'FDA, Clinical Trial Endpoints for the Approval of Cancer Drugs and Biologics, guidance for industry, 2018',
  kaplanMeier:
    'Kaplan and Meier, J Am Stat Assoc 1958;53:457–481. doi 10.1080/01621459.1958.10501452',
  greenwood: 'Greenwood, Reports on Public Health and Medical Subjects 33, London 1926',
  tsai: 'Tsai, Jewell and Wang, Biometrika 1987;74:883–886. doi 10.1093/biomet/74.4.883',
  linWei: 'Lin and Wei, J Am Stat Assoc 1989;84:1074–1078. doi 10.1080/01621459.1989.10478874',
  kmunicate: 'Morris and others, BMJ Open 2019;9:e030215. doi 10.1136/bmjopen-2019-030215',
  brookmeyerCrowley: 'Brookmeyer and Crowley, Biometrics 1982;38:29–41. doi 10.2307/2530286',
  roystonParmar:
    'Royston and Parmar, BMC Med Res Methodol 2013;13:152. doi 10.1186/1471-2288-13-152',
  schemperSmith:
    'Schemper and Smith, Control Clin Trials 1996;17:343–346. doi 10.1016/0197-2456(96)00075-X',
  mantel:
    'Mantel, Cancer Chemother Rep 1966;50:163–170; Peto and Peto, J R Stat Soc A 1972;135:185–207. doi 10.2307/2344317',
  fleming:
    'Harrington and Fleming, Biometrika 1982;69:553–566. doi 10.1093/biomet/69.3.553; Gehan, Biometrika 1965;52:203–223. doi 10.1093/biomet/52.1-2.203; Tarone and Ware, Biometrika 1977;64:156–160; Peto and Peto, J R Stat Soc A 1972;135:185–207. doi 10.2307/2344317',
  karrison: 'Karrison, Stata J 2016;16:678–690',
  phipson: 'Phipson and Smyth, Stat Appl Genet Mol Biol 2010;9:39. doi 10.2202/1544-6115.1585',
  klein: 'Klein and Moeschberger, Survival Analysis, 2nd edition, 2003. doi 10.1007/b97377',
  holm: 'Holm, Scand J Stat 1979;6:65–70; Benjamini and Hochberg, J R Stat Soc B 1995;57:289–300. doi 10.1111/j.2517-6161.1995.tb02031.x',
  suissa: 'Suissa, Am J Epidemiol 2008;167:492–499. doi 10.1093/aje/kwm324',
  cox: 'Cox, J R Stat Soc B 1972;34:187–220. doi 10.1111/j.2517-6161.1972.tb00899.x',
  efron: 'Efron, J Am Stat Assoc 1977;72:557–565. doi 10.1080/01621459.1977.10480613',
  grambschTherneau:
    'Grambsch and Therneau, Biometrika 1994;81:515–526. doi 10.1093/biomet/81.3.515',
  cainLange: 'Cain and Lange, Biometrics 1984;40:493–499',
  tsiatis: 'Tsiatis, Ann Stat 1981;9:93–108. doi 10.1214/aos/1176345335',
  therneau:
    'Therneau, Grambsch and Fleming, Biometrika 1990;77:147–160. doi 10.1093/biomet/77.1.147',
  harrellBook:
    'Harrell, Regression Modeling Strategies, 2nd edition, 2015. doi 10.1007/978-3-319-19425-7',
  harrell: 'Harrell and others, JAMA 1982;247:2543–2546. doi 10.1001/jama.1982.03320430047030',
  coxLogistic: 'Cox, J R Stat Soc B 1958;20:215–232. doi 10.1111/j.2517-6161.1958.tb00292.x',
  heinzeLogistic: 'Heinze and Schemper, Stat Med 2002;21:2409–2419. doi 10.1002/sim.1047',
  peduzzi:
    'Peduzzi and others, J Clin Epidemiol 1995;48:1503–1510. doi 10.1016/0895-4356(95)00048-8; J Clin Epidemiol 1996;49:1373–1379. doi 10.1016/S0895-4356(96)00236-3',
  heinzeSchemper:
    'Heinze and Schemper, Biometrics 2001;57:114–119. doi 10.1111/j.0006-341X.2001.00114.x',
  lewisClarke: 'Lewis and Clarke, BMJ 2001;322:1479–1480. doi 10.1136/bmj.322.7300.1479',
  altmanBland: 'Altman and Bland, BMJ 2003;326:219. doi 10.1136/bmj.326.7382.219',
  schoenfeld: 'Schoenfeld, Biometrika 1981;68:316–319. doi 10.1093/biomet/68.1.316',
  freedman: 'Freedman, Stat Med 1982;1:121–129. doi 10.1002/sim.4780010204',
  fleissTytunUry: 'Fleiss, Tytun and Ury, Biometrics 1980;36:343–346. doi 10.2307/2529990',
  simon: 'Simon, Control Clin Trials 1989;10:1–10. doi 10.1016/0197-2456(89)90015-9',
  walsh: 'Walsh and others, J Clin Epidemiol 2014;67:622–628. doi 10.1016/j.jclinepi.2013.10.019',
  vanderWeele: 'VanderWeele and Ding, Ann Intern Med 2017;167:268–274. doi 10.7326/M16-2607',
  severalTests:
    'Hochberg, Biometrika 1988;75:800–802. doi 10.1093/biomet/75.4.800; Hommel, Biometrika 1988;75:383–386. doi 10.1093/biomet/75.2.383; Benjamini and Yekutieli, Ann Stat 2001;29:1165–1188. doi 10.1214/aos/1013699998',
  garwood: 'Garwood, Biometrika 1936;28:437–442. doi 10.1093/biomet/28.3-4.437',
  ctcae: 'Common Terminology Criteria for Adverse Events 5.0, National Cancer Institute, 2017',
};
